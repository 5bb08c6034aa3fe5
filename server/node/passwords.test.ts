import { expect, test } from 'vitest';
import { createPasswords } from './passwords.ts';

const passwords = createPasswords();

test('a password opens its own hash and no other', async () => {
  const hash = await passwords.hash('春江潮水连海平 é');
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
  expect(await passwords.verify('春江潮水连海平 é', hash)).toBe(true);
  expect(await passwords.verify('春江潮水连海平 e\u0301', hash)).toBe(true);
  expect(await passwords.verify('春江潮水连海平 e', hash)).toBe(false);
  expect(await passwords.hash('春江潮水连海平 é')).not.toBe(hash);
});

test.each(['', 'x', '$argon2id$v=19$m=8,t=1,p=1$c2FsdA$aGFzaA', '$2b$10$abc'])(
  'what is no hash of ours (%j) is opened by nothing',
  async (hash) => {
    expect(await passwords.verify('', hash)).toBe(false);
    expect(await passwords.verify('x', hash)).toBe(false);
  },
);

test('a crowd at the door is served to the last', async () => {
  const hash = await passwords.hash('plum-tram-oven-92');
  const asked = Array.from({ length: 12 }, (_, index) =>
    passwords.verify(index % 2 === 0 ? 'plum-tram-oven-92' : 'other', hash),
  );
  expect(await Promise.all(asked)).toEqual(
    Array.from({ length: 12 }, (_, index) => index % 2 === 0),
  );
});
