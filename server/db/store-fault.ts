/** What a store's own errors mean to whoever asked, apart from mistakes of ours. */

/** busy: somebody else holds the store. full: its disk takes no more. away: it is not there just now. */
export type StoreFault = 'busy' | 'full' | 'away';

/** Primary result codes, see https://www.sqlite.org/rescode.html */
const BUSY = 5;
const LOCKED = 6;
const READONLY = 8;
const IO_ERROR = 10;
const FULL = 13;
const CANNOT_OPEN = 14;
/** I/O errors of writing: write, fsync, truncate, lengthening of the shared memory. A quota shows as the first. */
const WRITE_ERRORS = [3, 4, 6, 19];

function sqliteFault(resultCode: number): StoreFault | null {
  const primary = resultCode & 0xff;
  if (primary === BUSY || primary === LOCKED) return 'busy';
  if (primary === FULL || primary === READONLY || primary === CANNOT_OPEN) return 'full';
  if (primary === IO_ERROR && WRITE_ERRORS.includes(resultCode >> 8)) return 'full';
  return null;
}

/** PostgreSQL's SQLSTATE, and codes of the operating system for files and connections. */
function codeFault(code: string): StoreFault | null {
  if (code === '55P03') return 'busy';
  if (code === '53100' || /^(ENOSPC|EDQUOT|EFBIG|EROFS)$/.test(code)) return 'full';
  // 57P01 to 57P03: it is being stopped or started; 53300: it takes no more connections; 08: the connection broke.
  if (/^(57P0[123]|53300|08...)$/.test(code)) return 'away';
  return /^E(CONNREFUSED|CONNRESET|PIPE|TIMEDOUT|HOSTUNREACH|NETUNREACH)$/.test(code)
    ? 'away'
    : null;
}

/** null = the error is none of these. */
export function storeFaultOf(error: unknown): StoreFault | null {
  if (typeof error !== 'object' || error === null) return null;
  if ('errcode' in error && typeof error.errcode === 'number') return sqliteFault(error.errcode);
  return 'code' in error && typeof error.code === 'string' ? codeFault(error.code) : null;
}
