import { type ChangeEvent, useId, useState } from 'react';
import { entryLimits } from '#core/contract/lists.ts';
import { postFile } from '#src/api/check-ins.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import { newKey } from '#src/lib/new-key.ts';
import { ApiError } from '#src/lib/request.ts';
import { Fault } from './check-in-fields.tsx';
import { useCheckInWords, useProblemWords } from './check-in-words.ts';
import { acceptedFiles, fileFault, sizeText } from './file-check.ts';
import { forgetFile, keepFile } from './kept-files.ts';
import type { CheckInState } from './use-check-in.ts';

type PickProps = { label: string; isCamera: boolean; onPick: (files: readonly File[]) => void };

function Pick({ label, isCamera, onPick }: PickProps) {
  const handle = (event: ChangeEvent<HTMLInputElement>) => {
    onPick([...(event.target.files ?? [])]);
    // The same file may be chosen again after it was removed.
    event.target.value = '';
  };
  return (
    <label className={isCamera ? 'ci-pick ci-pick-camera' : 'ci-pick'}>
      <input
        type="file"
        accept={isCamera ? 'image/*' : acceptedFiles}
        multiple={!isCamera}
        {...(isCamera ? { capture: 'environment' as const } : {})}
        onChange={handle}
      />
      {label}
    </label>
  );
}

/** Evidence: kept on this device at once, taken in by the server as soon as it can be reached. */
export function Files({ state }: { state: CheckInState }) {
  const w = useCheckInWords();
  const problems = useProblemWords();
  const lang = useLanguage();
  const id = useId();
  const [refused, setRefused] = useState<readonly string[]>([]);
  const [underWay, setUnderWay] = useState<readonly string[]>([]);
  const { files } = state.draft;
  const fault = state.faults.get('files');

  const remove = (file: string) => {
    state.changeFiles((rows) => rows.filter((row) => row.id !== file));
    void forgetFile(file);
  };

  const take = async (content: File) => {
    const { name, size: bytes } = content;
    const file = newKey();
    await keepFile(file, content);
    state.changeFiles((rows) => [...rows, { id: file, name, bytes, hash: null }]);
    setUnderWay((rows) => [...rows, file]);
    try {
      const { hash } = await postFile(name, content, lang);
      state.changeFiles((rows) => rows.map((row) => (row.id === file ? { ...row, hash } : row)));
      void forgetFile(file);
    } catch (error) {
      // Without a link it stays on this device, and travels with the update.
      if (!(error instanceof ApiError) || error.status >= 500 || error.status === 401) return;
      remove(file);
      const { problem, status } = error;
      const why =
        problem === null
          ? problems.status(status)
          : (problem.fields[0]?.message ?? problems.code(problem.code));
      setRefused((rows) => [...rows, w.fileRefused(name, why)]);
    } finally {
      setUnderWay((rows) => rows.filter((row) => row !== file));
    }
  };

  const pick = (chosen: readonly File[]) => {
    const said: string[] = [];
    let room = entryLimits.files - files.length;
    for (const file of chosen) {
      const found = fileFault(file);
      if (found === 'tooBig') said.push(w.tooBig(file.name, sizeText(file.size)));
      else if (found !== null) said.push(w[found](file.name));
      else if (room <= 0) said.push(w.tooMany(entryLimits.files));
      else {
        room -= 1;
        void take(file);
      }
    }
    setRefused([...new Set(said)]);
  };

  return (
    <fieldset className="ci-part" aria-describedby={`${id}-note`}>
      <legend>{w.files}</legend>
      <div className="ci-picks">
        <Pick label={w.camera} isCamera onPick={pick} />
        <Pick label={w.choose} isCamera={false} onPick={pick} />
      </div>
      <p className="caption" id={`${id}-note`}>
        {w.filesNote}
      </p>
      <ul className="ci-files">
        {files.map((file) => (
          <li key={file.id}>
            <span className="ci-file-name">{file.name}</span>
            <small>
              {[
                file.bytes === null ? null : sizeText(file.bytes),
                file.hash !== null ? null : underWay.includes(file.id) ? w.uploading : w.onDevice,
              ]
                .filter((part) => part !== null)
                .join(' · ')}
            </small>
            <button
              type="button"
              className="ci-remove"
              aria-label={w.remove(file.name)}
              onClick={() => remove(file.id)}
            >
              <svg viewBox="0 0 16 16" aria-hidden="true">
                <path d="M3 3l10 10M13 3L3 13" fill="none" stroke="currentColor" strokeWidth="2" />
              </svg>
            </button>
          </li>
        ))}
      </ul>
      <div role="alert">
        {refused.map((text) => (
          <Fault key={text} id={`${id}-refused`} text={text} />
        ))}
      </div>
      <Fault id={`${id}-fault`} text={fault} />
    </fieldset>
  );
}
