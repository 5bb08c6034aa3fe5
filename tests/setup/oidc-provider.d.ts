/** The part of oidc-provider that tests use; the package ships no types. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  class Grant {
    constructor(of: { accountId: string; clientId: string });
    addOIDCScope(scope: string): void;
    save(): Promise<string>;
  }

  type Interaction = {
    readonly prompt: { readonly name: string };
    readonly params: Readonly<Record<string, unknown>>;
  };

  export class Provider {
    constructor(
      issuer: string,
      settings: {
        readonly clients: readonly Readonly<Record<string, unknown>>[];
        readonly findAccount: (
          context: unknown,
          id: string,
        ) => { accountId: string; claims(): Promise<Record<string, unknown>> };
        readonly interactions: {
          readonly url: (context: unknown, interaction: { readonly uid: string }) => string;
        };
        readonly [setting: string]: unknown;
      },
    );
    readonly Grant: typeof Grant;
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
    interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<Interaction>;
    interactionFinished(
      request: IncomingMessage,
      response: ServerResponse,
      result: unknown,
    ): Promise<void>;
  }
}
