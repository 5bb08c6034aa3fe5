import type { Platform } from '#core/contract/register.ts';
import { useOpen } from '#src/ui/open-context.ts';

/** A platform's name, as a button where its entry of the register can be opened. */
export function PlatformName({ platform }: { platform: Platform }) {
  const open = useOpen();
  if (open === null) return <span className="platform-name">{platform.name}</span>;
  return (
    <button
      type="button"
      className="platform-name"
      onClick={() => open({ kind: 'platform', id: platform.id })}
    >
      {platform.name}
    </button>
  );
}
