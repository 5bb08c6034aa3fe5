/** What an OpenID provider of a test keeps, for as long as the test runs. */
type Kept = Record<string, unknown> & { uid?: string; grantId?: string; consumed?: number };

const kept = new Map<string, Kept>();

/** In the shape that oidc-provider asks for: one instance per kind of thing. */
export class ProviderMemory {
  readonly #kind: string;

  constructor(kind: string) {
    this.#kind = kind;
  }

  #key(id: string): string {
    return `${this.#kind} ${id}`;
  }

  async upsert(id: string, payload: Kept): Promise<void> {
    kept.set(this.#key(id), payload);
  }

  async find(id: string): Promise<Kept | undefined> {
    return kept.get(this.#key(id));
  }

  async findByUid(uid: string): Promise<Kept | undefined> {
    for (const [key, payload] of kept)
      if (key.startsWith(`${this.#kind} `) && payload.uid === uid) return payload;
    return undefined;
  }

  async consume(id: string): Promise<void> {
    const payload = kept.get(this.#key(id));
    if (payload !== undefined) payload.consumed = 1;
  }

  async destroy(id: string): Promise<void> {
    kept.delete(this.#key(id));
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    for (const [key, payload] of kept) if (payload.grantId === grantId) kept.delete(key);
  }
}
