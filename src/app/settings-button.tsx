import { lazy, Suspense, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useCommonWords } from './words.ts';

const SettingsDialog = lazy(async () => ({
  default: (await import('#src/features/settings/settings-dialog.tsx')).SettingsDialog,
}));

/** Opens what a reader may set for this device; its code comes when it is asked for. */
export function SettingsButton() {
  const w = useCommonWords();
  const [isOpen, setIsOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <button
        ref={button}
        type="button"
        className="settings-opener"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(true)}
      >
        {w.settings}
      </button>
      {isOpen ? (
        <Suspense fallback={null}>
          <SettingsDialog
            onClose={() => {
              // Behind an open dialog nothing takes the focus.
              flushSync(() => setIsOpen(false));
              button.current?.focus();
            }}
          />
        </Suspense>
      ) : null}
    </>
  );
}
