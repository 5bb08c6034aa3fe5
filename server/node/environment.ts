/** Reading one variable of the environment. */
import { StartError } from './start-error.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** What to throw where a variable cannot be used. */
export const bad = (name: string, en: string, zh: string): StartError =>
  new StartError('bad-config', `${name} ${en}`, `环境变量 ${name} ${zh}`);

/** The value of a variable; null = unset or blank. */
export const given = (env: Environment, name: string): string | null => env[name]?.trim() || null;
