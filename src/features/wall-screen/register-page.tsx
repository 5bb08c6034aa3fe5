import { useCallback } from 'react';
import { useLocation } from 'wouter';
import { wallPath } from '#src/lib/wall-path.ts';
import { useScreen } from '#src/stores/screen.ts';
import { RegisterScreen } from './register-screen.tsx';

/** Where a wall goes to be registered; from here on the wall goes on by itself. */
export function RegisterPage() {
  const [, navigate] = useLocation();
  const goOn = useCallback(() => {
    const { screen } = useScreen.getState();
    const search = screen === null ? '' : `?lang=${screen.lang}&theme=${screen.theme}`;
    navigate(wallPath(screen?.pages[0] ?? 'overview') + search, { replace: true });
  }, [navigate]);
  return <RegisterScreen onRegistered={goOn} />;
}
