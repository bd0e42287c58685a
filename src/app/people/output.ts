import { z } from 'zod';
import { permissions } from '../rights/permission.ts';
import { grantSchema } from './grant.ts';
import type { Invitation } from './invitation.ts';
import type { Member } from './member.ts';

/** Someone with an account, as others see them. */
export const memberOutput = z.strictObject({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  ...grantSchema.shape,
  active: z.boolean().describe('false: may not sign in; their keys are dead.'),
  twoFactor: z.boolean().describe('Whether a code from an authenticator application is asked for at sign-in.'),
  createdAt: z.string(),
  lastSeenAt: z.string().nullable().describe('To within five minutes; null: never yet.'),
});

export const memberShown = ({
  id,
  name,
  email,
  grant,
  active,
  twoFactor,
  createdAt,
  lastSeenAt,
}: Member): z.output<typeof memberOutput> => ({
  id,
  name,
  email,
  ...grant,
  active,
  twoFactor,
  createdAt,
  lastSeenAt,
});

/** An invitation that can still be used. */
export const invitationOutput = z.strictObject({
  id: z.string(),
  email: z.string(),
  ...grantSchema.shape,
  madeBy: z.string(),
  madeAt: z.string(),
  expiresAt: z.string(),
});

export const invitationShown = ({ id, email, grant, madeBy, madeAt, expiresAt }: Invitation): z.output<typeof invitationOutput> => ({
  id,
  email: email ?? '',
  ...grant,
  madeBy,
  madeAt,
  expiresAt,
});

export const permissionOutput = z.enum(permissions);
