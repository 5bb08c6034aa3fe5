/** The cookie that a wall's browser keeps: apart from that of a session, and for as long as browsers keep any. */
import { namedSecret } from '#server/accounts/principal.ts';

/** Browsers cut everything longer down to this; each heartbeat begins it anew. */
const KEPT_S = 400 * 24 * 3600;

const cookieName = (secure: boolean): string =>
  secure ? '__Host-cockpit-screen' : 'cockpit-screen';

/** A device's secret in a Cookie header; null = there is none. */
export function deviceSecret(cookies: string | null | undefined, secure: boolean): string | null {
  return namedSecret(cookies, cookieName(secure));
}

/** Set-Cookie for a device. */
export function deviceCookie(secret: string, secure: boolean): string {
  return `${cookieName(secure)}=${secret}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${KEPT_S}${secure ? '; Secure' : ''}`;
}
