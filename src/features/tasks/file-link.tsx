import type { MouseEvent } from 'react';
import type { Evidence } from '#core/contract/task.ts';
import { fileAddress } from '#src/api/check-ins.ts';
import { saveBlob } from '#src/lib/clipboard.ts';
import { sizeText } from './file-check.ts';

/** Where the server runs inside the page, no download reaches it: the file is fetched and saved from here. */
const isInPage = ['mock', 'demo'].includes(import.meta.env?.MODE ?? '');

const save = async (address: string, name: string): Promise<void> =>
  saveBlob(name, await (await fetch(address)).blob());

/** A file of a check-in, to be saved. */
export function FileLink({ file }: { file: Evidence }) {
  const address = fileAddress(file.hash, file.name);
  const handleClick = (event: MouseEvent) => {
    event.preventDefault();
    void save(address, file.name);
  };
  // Files stay on the server.
  if (import.meta.env.MODE === 'bundle')
    return (
      <>
        {file.name} <small className="dim">{sizeText(file.bytes)}</small>
      </>
    );
  return (
    <>
      <a href={address} download={file.name} {...(isInPage ? { onClick: handleClick } : {})}>
        {file.name}
      </a>{' '}
      <small className="dim">{sizeText(file.bytes)}</small>
    </>
  );
}
