import { dirname, join, resolve } from 'node:path';
import { type DoorConfig, readDoors } from './door-config.ts';
import { bad, type Environment, given } from './environment.ts';

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

export type StoreConfig =
  | { readonly kind: 'sqlite' /** Absolute path. */; readonly file: string }
  | {
      readonly kind: 'postgres' /** With its password: never print it, see `withoutPassword`. */;
      readonly url: string;
    };

export type Config = {
  readonly host: string;
  /** 0 = any free port. */
  readonly port: number;
  readonly store: StoreConfig;
  /** Folder of the evidence files; absolute path. */
  readonly files: string;
  /** File of the key that signs frozen meetings; absolute path. */
  readonly signingKey: string;
  /** auto: the default dataset goes into an empty store; none: the store starts empty. */
  readonly sample: 'auto' | 'none';
  readonly logLevel: LogLevel;
  /** Where browsers reach the product, without a slash at its end; null = as they ask. */
  readonly publicUrl: string | null;
  /** A proxy in front says in X-Forwarded-For where a request comes from. */
  readonly trustProxy: boolean;
  /** Days that the audit trail keeps a row. */
  readonly auditDays: number;
  /** Other ways to sign in. */
  readonly doors: DoorConfig;
};

function oneOf<const T extends string>(
  env: Environment,
  name: string,
  allowed: readonly T[],
  otherwise: T,
): T {
  const value = given(env, name);
  if (value === null) return otherwise;
  const found = allowed.find((one) => one === value);
  if (found === undefined) {
    throw bad(
      name,
      `is "${value}"; it must be one of ${allowed.join(', ')}.`,
      `为“${value}”，应为 ${allowed.join('、')} 之一。`,
    );
  }
  return found;
}

function portOf(env: Environment): number {
  const value = given(env, 'PORT');
  if (value === null) return 8080;
  if (!/^\d{1,5}$/.test(value) || Number(value) > 65535) {
    throw bad(
      'PORT',
      `is "${value}"; it must be a number from 0 to 65535.`,
      `为“${value}”，应为 0 至 65535 的整数。`,
    );
  }
  return Number(value);
}

/** Fewest days of the audit trail; the store itself refuses to let go of younger rows. */
const AUDIT_DAYS_MIN = 180;

function auditDaysOf(env: Environment): number {
  const value = given(env, 'AUDIT_RETENTION_DAYS');
  if (value === null) return 365;
  if (!/^\d{1,6}$/.test(value) || Number(value) < AUDIT_DAYS_MIN) {
    throw bad(
      'AUDIT_RETENTION_DAYS',
      `is "${value}"; it must be a whole number of days, at least ${AUDIT_DAYS_MIN}.`,
      `为“${value}”，应为不少于 ${AUDIT_DAYS_MIN} 的整数（天）。`,
    );
  }
  return Number(value);
}

/** A connection string fit for messages and logs. */
export function withoutPassword(url: string): string {
  const shown = new URL(url);
  if (shown.password !== '') shown.password = '***';
  for (const name of [...shown.searchParams.keys()]) {
    if (/password|passphrase|secret|sslkey/i.test(name)) shown.searchParams.set(name, '***');
  }
  return shown.href;
}

/** Beside the database where that is a file, else in the data folder. */
function besideStore(env: Environment, name: string): string {
  const file = given(env, 'DATABASE_FILE');
  const folder = file === null ? (given(env, 'DATA_DIR') ?? 'var') : dirname(file);
  return resolve(join(folder, name));
}

function storeOf(env: Environment): StoreConfig {
  const url = given(env, 'DATABASE_URL');
  const file = given(env, 'DATABASE_FILE');
  if (url === null) {
    return {
      kind: 'sqlite',
      file: resolve(file ?? join(given(env, 'DATA_DIR') ?? 'var', 'cockpit.sqlite')),
    };
  }
  if (file !== null) {
    throw bad(
      'DATABASE_URL',
      'and DATABASE_FILE are both set; set one of them.',
      '与 DATABASE_FILE 同时设置，只能设置其一。',
    );
  }
  const scheme = URL.canParse(url) ? new URL(url).protocol : null;
  if (scheme !== 'postgres:' && scheme !== 'postgresql:') {
    // Not repeated here: it may hold a password.
    throw bad(
      'DATABASE_URL',
      'is not of the form postgres://user:password@host:port/database.',
      '格式应为 postgres://用户:密码@主机:端口/数据库。',
    );
  }
  return { kind: 'postgres', url };
}

function publicUrlOf(env: Environment): string | null {
  const value = given(env, 'PUBLIC_URL');
  if (value === null) return null;
  const url = URL.canParse(value) ? new URL(value) : null;
  const isPlain = url?.pathname === '/' && url.search === '' && url.hash === '';
  if (url === null || !/^https?:$/.test(url.protocol) || !isPlain || url.username !== '') {
    throw bad(
      'PUBLIC_URL',
      `is "${value}"; it must be like https://cockpit.example, without a path.`,
      `为“${value}”，格式应为 https://cockpit.example，不带路径。`,
    );
  }
  return url.origin;
}

/** Reads what README.md lists under Settings. Throws StartError. */
export function readConfig(env: Environment): Config {
  return {
    host: given(env, 'HOST') ?? '127.0.0.1',
    port: portOf(env),
    store: storeOf(env),
    files: besideStore(env, 'files'),
    signingKey: besideStore(env, 'signing-key.json'),
    sample: oneOf(env, 'SAMPLE', ['auto', 'none'], 'auto'),
    logLevel: oneOf(env, 'LOG_LEVEL', logLevels, 'info'),
    publicUrl: publicUrlOf(env),
    trustProxy: oneOf(env, 'TRUST_PROXY', ['no', 'yes'], 'no') === 'yes',
    auditDays: auditDaysOf(env),
    doors: readDoors(env),
  };
}
