import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { colourThemes, languages } from '#core/contract/lists.ts';
import { moneyStyles } from '#core/domain/format.ts';
import { settings as en } from '#src/i18n/en/settings.ts';
import { useLanguage, useWords } from '#src/i18n/i18n.ts';
import { settings as zh } from '#src/i18n/zh/settings.ts';
import { useAddress, useChangeAddress } from '#src/lib/use-address.ts';
import { plainChoices, riseColours, textSizes, usePreferences } from '#src/stores/preferences.ts';
import './settings.css';

const words = { zh, en };

type ChoiceProps<T extends string> = {
  legend: string;
  /** A sentence below, where the choice does not reach everything; null = none. */
  note?: string;
  options: readonly T[];
  names: Readonly<Record<T, string>>;
  value: T;
  onChange: (value: T) => void;
};

function Choice<T extends string>({ legend, note, options, names, ...rest }: ChoiceProps<T>) {
  const name = useId();
  return (
    <fieldset>
      <legend>{legend}</legend>
      <p className="settings-options">
        {options.map((option) => (
          <label key={option}>
            <input
              type="radio"
              name={name}
              checked={option === rest.value}
              onChange={() => rest.onChange(option)}
            />
            {names[option]}
          </label>
        ))}
      </p>
      {note === undefined ? null : <p className="settings-note">{note}</p>}
    </fieldset>
  );
}

/** Modal, so that the focus stays inside; Esc and a click beside it close it. */
function Modal({
  onClose,
  children,
  label,
}: {
  onClose: () => void;
  children: ReactNode;
  label: string;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  // Before it leaves the page: what is removed while it is open keeps the rest of the page shut.
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard has Esc, by the dialog itself
    <dialog
      ref={dialog}
      className="settings"
      aria-label={label}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      {children}
    </dialog>
  );
}

/** What a reader may set for this device. Every choice holds at once. */
export function SettingsDialog({ onClose }: { onClose: () => void }) {
  const w = useWords(words);
  const lang = useLanguage();
  const { address } = useAddress();
  const changeAddress = useChangeAddress();
  const { choose, theme, money, textSize, rise, isStill } = usePreferences();
  const shownTheme = address.theme ?? theme ?? 'none';
  return (
    <Modal onClose={onClose} label={w.title}>
      <div className="settings-body">
        <div className="settings-head">
          <h2>{w.title}</h2>
          <button type="button" className="button" onClick={onClose}>
            {w.close}
          </button>
        </div>
        <Choice
          legend={w.lang}
          options={languages}
          names={w.langs}
          value={lang}
          onChange={(next) => {
            choose({ lang: next });
            changeAddress({ lang: next }, { replace: true });
          }}
        />
        <Choice
          legend={w.theme}
          options={['none', ...colourThemes]}
          names={w.themes}
          value={shownTheme}
          onChange={(next) => {
            choose({ theme: next === 'none' ? null : next });
            if (address.theme !== null) changeAddress({ theme: null }, { replace: true });
          }}
        />
        <Choice
          legend={w.text}
          options={textSizes}
          names={w.texts}
          value={textSize}
          onChange={(next) => choose({ textSize: next })}
        />
        <Choice
          legend={w.money}
          note={w.moneyNote}
          options={moneyStyles}
          names={w.moneyStyles}
          value={money}
          onChange={(next) => choose({ money: next })}
        />
        <Choice
          legend={w.rise}
          note={w.riseNote}
          options={riseColours}
          names={w.rises}
          value={rise}
          onChange={(next) => choose({ rise: next })}
        />
        <fieldset>
          <legend>{w.motion}</legend>
          <p className="settings-options">
            <label>
              <input
                type="checkbox"
                checked={isStill}
                onChange={(event) => choose({ isStill: event.target.checked })}
              />
              {w.still}
            </label>
          </p>
        </fieldset>
        <div className="settings-foot">
          <p className="settings-note">{w.device}</p>
          <button
            type="button"
            className="button"
            onClick={() => choose({ ...plainChoices, lang: usePreferences.getState().lang })}
          >
            {w.reset}
          </button>
        </div>
      </div>
    </Modal>
  );
}
