import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readConfig, withoutPassword } from './config.ts';
import { StartError } from './start-error.ts';

const oidcEnv = {
  OIDC_ISSUER: 'https://id.example',
  OIDC_CLIENT_ID: 'cockpit',
  OIDC_CLIENT_SECRET: 's3cret',
};

describe('configuration', () => {
  test('needs nothing', () => {
    expect(readConfig({})).toEqual({
      host: '127.0.0.1',
      port: 8080,
      store: { kind: 'sqlite', file: resolve('var/cockpit.sqlite') },
      files: resolve('var/files'),
      signingKey: resolve('var/signing-key.json'),
      sample: 'auto',
      logLevel: 'info',
      publicUrl: null,
      trustProxy: false,
      auditDays: 365,
      doors: { oidc: null, zwding: null },
    });
  });

  test('takes what is given; blank counts as not given', () => {
    expect(
      readConfig({
        HOST: '0.0.0.0',
        PORT: '0',
        DATA_DIR: '/data',
        SAMPLE: 'none',
        LOG_LEVEL: 'debug',
        AUDIT_RETENTION_DAYS: '180',
        DATABASE_URL: ' ',
        PUBLIC_URL: 'https://Cockpit.example:8443/',
        TRUST_PROXY: 'yes',
      }),
    ).toEqual({
      host: '0.0.0.0',
      port: 0,
      store: { kind: 'sqlite', file: resolve('/data/cockpit.sqlite') },
      files: resolve('/data/files'),
      signingKey: resolve('/data/signing-key.json'),
      sample: 'none',
      logLevel: 'debug',
      publicUrl: 'https://cockpit.example:8443',
      trustProxy: true,
      auditDays: 180,
      doors: { oidc: null, zwding: null },
    });
    expect(readConfig({ DATA_DIR: '/data', DATABASE_FILE: '/elsewhere/a.db' })).toMatchObject({
      store: { kind: 'sqlite', file: resolve('/elsewhere/a.db') },
      files: resolve('/elsewhere/files'),
      signingKey: resolve('/elsewhere/signing-key.json'),
    });
    expect(readConfig({ DATABASE_URL: 'postgresql://db/cockpit' }).store).toEqual({
      kind: 'postgres',
      url: 'postgresql://db/cockpit',
    });
  });

  test('doors say what a group becomes; a group may hold what separates', () => {
    const { oidc, zwding } = readConfig({
      OIDC_ISSUER: 'https://id.example/realms/bureau',
      OIDC_CLIENT_ID: 'cockpit',
      OIDC_CLIENT_SECRET: 's3cret',
      OIDC_GROUPS: 'cn=heads,ou=x=head:d.bureau; office = reviewer ;',
      ZWDING_APP_KEY: 'key',
      ZWDING_APP_SECRET: 's3cret',
      ZWDING_CLIENT_ID: 'cockpit_dingoa',
      ZWDING_GROUPS: 'GO_1=viewer',
    }).doors;
    expect(oidc).toMatchObject({ scope: 'openid profile', groupClaim: 'groups' });
    expect(oidc?.grants).toEqual([
      { group: 'cn=heads,ou=x', role: 'head', department: 'd.bureau' },
      { group: 'office', role: 'reviewer', department: null },
    ]);
    expect(zwding?.grants).toEqual([{ group: 'GO_1', role: 'viewer', department: null }]);
  });

  test.each([
    [{ OIDC_ISSUER: 'http://id.example' }, 'OIDC_ISSUER is "http://id.example"'],
    [{ OIDC_ISSUER: 'https://id.example' }, 'OIDC_CLIENT_ID is missing, which OIDC_ISSUER needs'],
    [{ ...oidcEnv, OIDC_GROUPS: '' }, 'OIDC_GROUPS says who may come in'],
    [{ ...oidcEnv, OIDC_GROUPS: 'a=root' }, 'OIDC_GROUPS holds "a=root"'],
    [{ ...oidcEnv, OIDC_GROUPS: 'viewer' }, 'OIDC_GROUPS holds "viewer"'],
    [{ ZWDING_APP_KEY: 'key' }, 'ZWDING_CLIENT_ID is missing, which ZWDING_APP_KEY needs'],
    [{ PORT: '80a' }, 'PORT is "80a"; it must be a number from 0 to 65535.'],
    [{ PORT: '65536' }, 'PORT is "65536"'],
    [{ PORT: '-1' }, 'PORT is "-1"'],
    [
      { AUDIT_RETENTION_DAYS: '179' },
      'AUDIT_RETENTION_DAYS is "179"; it must be a whole number of days, at least 180.',
    ],
    [{ SAMPLE: 'yes' }, 'SAMPLE is "yes"; it must be one of auto, none.'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL is "loud"'],
    [{ TRUST_PROXY: '10.0.0.1' }, 'TRUST_PROXY is "10.0.0.1"; it must be one of no, yes.'],
    [{ PUBLIC_URL: 'cockpit.example' }, 'PUBLIC_URL is "cockpit.example"'],
    [{ PUBLIC_URL: 'ftp://cockpit.example' }, 'PUBLIC_URL is "ftp://cockpit.example"'],
    [{ PUBLIC_URL: 'https://cockpit.example/sub' }, 'without a path'],
    [{ DATABASE_URL: 'mysql://db/x' }, 'DATABASE_URL is not of the form postgres://'],
    [{ DATABASE_URL: 'cockpit' }, 'DATABASE_URL is not of the form postgres://'],
    [
      { DATABASE_URL: 'postgres://db/x', DATABASE_FILE: 'x' },
      'DATABASE_URL and DATABASE_FILE are both set',
    ],
  ])('refuses %o', (env, message) => {
    expect(() => readConfig(env)).toThrow(StartError);
    expect(() => readConfig(env)).toThrow(message);
  });

  test('no message repeats a password', () => {
    expect(withoutPassword('postgres://me:s3cret@db:5432/x')).toBe('postgres://me:***@db:5432/x');
    expect(withoutPassword('postgres://db/x?user=me&password=s3cret')).not.toContain('s3cret');
    expect(() => readConfig({ DATABASE_URL: 'mysql://me:s3cret@db/x' })).toThrow(
      expect.not.stringContaining('s3cret'),
    );
  });
});
