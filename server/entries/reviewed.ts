import type { Db } from '#server/db/tables.ts';
import { readDepartments } from '#server/departments/departments.repository.ts';

/** Whether what a department enters waits for a reviewer. */
export async function isReviewed(db: Db, department: string): Promise<boolean> {
  const departments = await readDepartments(db, null);
  return departments.some((row) => row.id === department && row.review);
}
