import { lateSheet } from '#src/lib/load-sheet.ts';
import href from './admin.css?url';

/** Loads the sheet of the entry and administration pages, once. */
export const loadAdminStyles = lateSheet(href);
