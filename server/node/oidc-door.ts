/** Sign-in by OpenID Connect: discovery, authorization code with PKCE, nonce. */
import {
  AuthorizationResponseError,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
} from 'openid-client';
import { DoorRefused, type GroupGrant, type SignInDoor } from '#server/accounts/door.ts';

export type OidcConfig = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the way in is called on the page. */
  readonly name: string;
  readonly scope: string;
  /** Claim that lists the groups, in the ID token or else in the user info. */
  readonly groupClaim: string;
  readonly grants: readonly GroupGrant[];
};

/** Seconds that the provider may take for one answer. */
const TIMEOUT_S = 10;

/** Sends the secret as the provider announces that it wants it. */
function clientAuth(secret: string): ClientAuth {
  const [basic, post] = [ClientSecretBasic(secret), ClientSecretPost(secret)];
  return (server, client, body, headers) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    const send = methods.includes('client_secret_basic') ? basic : post;
    send(server, client, body, headers);
  };
}

const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null;

/** A provider writes one group as a text, several as a list. */
function groupsOf(value: unknown): string[] {
  const all: readonly unknown[] = Array.isArray(value) ? value : [value];
  return all.filter((one): one is string => typeof one === 'string');
}

export function createOidcDoor(config: OidcConfig): SignInDoor {
  let found: Promise<Configuration> | null = null;
  /** Asked at the first sign-in, and again after a failure: the product starts without its provider. */
  const provider = (): Promise<Configuration> => {
    const issuer = new URL(config.issuer);
    // The configuration lets plain http through for this machine alone.
    const execute = issuer.protocol === 'http:' ? [allowInsecureRequests] : [];
    found ??= discovery(
      issuer,
      config.clientId,
      config.clientSecret,
      clientAuth(config.clientSecret),
      { execute, timeout: TIMEOUT_S },
    ).catch((error: unknown) => {
      found = null;
      throw error;
    });
    return found;
  };

  return {
    id: 'oidc',
    name: { zh: config.name, en: config.name },
    grants: config.grants,

    async begin({ state, callback }) {
      const verifier = randomPKCECodeVerifier();
      const nonce = randomNonce();
      const redirect = buildAuthorizationUrl(await provider(), {
        redirect_uri: callback,
        scope: config.scope,
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state,
        nonce,
      });
      return { redirect: redirect.href, keep: { verifier, nonce } };
    },

    async finish(answer, { verifier = '', nonce = '', state }) {
      const server = await provider();
      const tokens = await authorizationCodeGrant(server, answer, {
        pkceCodeVerifier: verifier,
        expectedNonce: nonce,
        expectedState: state,
        idTokenExpected: true,
      }).catch((error: unknown) => {
        throw error instanceof AuthorizationResponseError
          ? new DoorRefused(error.error, { cause: error })
          : error;
      });
      const claims = tokens.claims();
      if (claims === undefined) throw new Error('The provider sent no ID token.');
      const more =
        config.groupClaim in claims || server.serverMetadata().userinfo_endpoint === undefined
          ? {}
          : await fetchUserInfo(server, tokens.access_token, claims.sub);
      const all: Readonly<Record<string, unknown>> = { ...more, ...claims };
      const login = textOf(all.preferred_username);
      return {
        issuer: claims.iss,
        subject: claims.sub,
        name: textOf(all.name) ?? login ?? claims.sub,
        login,
        groups: groupsOf(all[config.groupClaim]),
      };
    },
  };
}
