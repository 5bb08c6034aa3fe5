import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { meQuery } from '#src/api/session.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import { SignInAside } from '#src/ui/refusal.tsx';

/** Says that the session has ended while the work is still on the page, and goes once somebody has signed in again. */
export function SessionEnded() {
  const { data } = useQuery({ ...meQuery(useLanguage()), refetchOnWindowFocus: 'always' });
  if (data === undefined || data.account !== null) return null;
  return <Alert className="admin-ended" type="warning" showIcon title={<SignInAside />} />;
}
