/** Sent with every reply. No `upgrade-insecure-requests`: a bureau's own network often speaks plain http. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  // The server paints positions (bars, marks) as style attributes.
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** The policy of a document that carries styles and, unless null, a script of its own: each as its hash, as a policy names it. */
export const policyWith = (style: string, script: string | null): string => {
  const policy = contentSecurityPolicy.replace("style-src 'self'", `style-src 'self' ${style}`);
  return script === null
    ? policy
    : policy.replace("script-src 'self'", `script-src 'self' ${script}`);
};

export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};
