/** Accounts, sessions and what the page is told about the one who asks. */
import { z } from 'zod';
import { accountStates, entryLimits, rights, roles } from './lists.ts';
import { instantSchema, languageSchema, pageOf } from './primitives.ts';

/** What is typed to sign in: letters, digits, dot, dash, underscore, at sign; compared without regard to case. */
export const loginSchema = z
  .string()
  .regex(/^[\p{L}\p{N}._@-]{2,64}$/u)
  .meta({ id: 'Login' });

export const accountSchema = z
  .strictObject({
    id: z.string(),
    login: loginSchema,
    name: z.string(),
    /** null = belongs to no department. */
    department: z.string().nullable(),
    roles: z.array(z.enum(roles)),
    state: z.enum(accountStates),
    /** Comes through another door (OpenID Connect …), which decides roles and department at every sign-in. */
    external: z.boolean(),
    /** Revision to change it on (If-Match). */
    version: z.string(),
    /** null = never signed in. */
    lastSignInAt: instantSchema.nullable(),
  })
  .meta({ id: 'Account' });
export type Account = z.infer<typeof accountSchema>;
export const accountListSchema = pageOf(accountSchema).meta({ id: 'AccountList' });

/** A new account: invited, until whoever holds its link has set a password. */
export const accountInputSchema = z
  .strictObject({
    login: loginSchema,
    name: z.string().trim().min(1).max(80),
    department: z.string().max(200).nullable(),
    roles: z.array(z.enum(roles)).min(1).max(roles.length),
  })
  .meta({ id: 'AccountInput' });
export type AccountInput = z.infer<typeof accountInputSchema>;

/** An account as it shall be. `enabled` false = disabled; true = active, or invited while it has no password yet. */
export const accountChangeSchema = accountInputSchema
  .extend({ enabled: z.boolean() })
  .meta({ id: 'AccountChange' });
export type AccountChange = z.infer<typeof accountChangeSchema>;

/** A one-time link; its secret part is shown once and kept as a hash. */
export const invitationSchema = z
  .strictObject({
    account: accountSchema,
    /** Path and query on this server; whoever opens it sets the password. */
    link: z.string(),
    expiresAt: instantSchema,
  })
  .meta({ id: 'Invitation' });
export type Invitation = z.infer<typeof invitationSchema>;

export const signInInputSchema = z
  .union([
    z.strictObject({ login: z.string().max(200), password: z.string().max(1000) }),
    /** Only where the home lets one choose a role (the demo). */
    z.strictObject({ choice: z.string().max(200) }),
  ])
  .meta({ id: 'SignInInput' });

const newPasswordSchema = z.string().min(entryLimits.passwordMin).max(entryLimits.passwordMax);

export const passwordInputSchema = z
  .strictObject({
    /** Secret part of the one-time link. */
    link: z.string().min(1).max(200),
    password: newPasswordSchema,
  })
  .meta({ id: 'PasswordInput' });

/** One's own password, changed by oneself. */
export const ownPasswordInputSchema = z
  .strictObject({
    /** The one that holds so far. */
    current: z.string().max(1000),
    password: newPasswordSchema,
  })
  .meta({ id: 'OwnPasswordInput' });

/** Who asks, and what the page may offer. */
export const meSchema = z
  .strictObject({
    /** null = not signed in. */
    account: z
      .strictObject({
        id: z.string(),
        login: z.string(),
        name: z.string(),
        department: z.string().nullable(),
        departmentName: z.string().nullable(),
        roles: z.array(z.enum(roles)),
        /** Has a password here, which its owner may change. */
        hasPassword: z.boolean(),
      })
      .nullable(),
    /** Rights over something at least; of entry rights only for the own department. */
    rights: z.array(z.enum(rights)),
    /** Whether boards are open to everybody. */
    openReading: z.boolean(),
    separateOfficers: z.boolean(),
    /** Ways to sign in. */
    signIn: z.strictObject({
      password: z.boolean(),
      /** Other doors: a browser that goes to `path` (with `returnTo`, if it likes) comes back signed in. */
      doors: z.array(z.strictObject({ id: z.string(), name: z.string(), path: z.string() })),
      /** Accounts to choose from without a password; empty outside the demo. */
      choices: z.array(
        z.strictObject({
          id: z.string(),
          name: z.string(),
          roles: z.array(z.enum(roles)),
          departmentName: z.string().nullable(),
        }),
      ),
    }),
    /** When the session ends at the latest; null = not signed in. */
    expiresAt: instantSchema.nullable(),
    lang: languageSchema,
  })
  .meta({ id: 'Me' });
export type Me = z.infer<typeof meSchema>;
