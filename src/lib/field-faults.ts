import { ApiError } from './request.ts';

/** What the server says of each field, by its path; empty where it said nothing of fields. */
export function fieldFaults(error: Error | null): ReadonlyMap<string, string> {
  const fields = error instanceof ApiError ? (error.problem?.fields ?? []) : [];
  return new Map(
    fields.filter(({ path }) => path !== '').map(({ path, message }) => [path, message]),
  );
}
