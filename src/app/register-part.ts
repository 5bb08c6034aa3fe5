/** What a wall shows that is not registered yet: a chunk of its own, since most walls never need it again. */
import { lazyPart } from '#src/lib/lazy-part.tsx';

export const registerPart = lazyPart<{ onRegistered: () => void }>(
  async () => (await import('#src/features/wall-screen/register-screen.tsx')).RegisterScreen,
);
