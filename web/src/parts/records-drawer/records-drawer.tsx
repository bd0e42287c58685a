import { Drawer } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { OperationInput } from '../../../../src/app/api/client-types.ts';
import { useWords } from '../../words/language.ts';
import { partsWords } from '../../words/parts.ts';
import { RecordsTable } from './records-table.tsx';

interface Props {
  readonly kpi: string;
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly where: NonNullable<OperationInput<'records'>['where']>;
  readonly variant?: string;
  readonly part?: 'numerator' | 'denominator';
  readonly onClose: () => void;
}

/** The records behind a figure, beside the page that they were asked from. */
export function RecordsDrawer({ name, onClose, ...question }: Props) {
  const say = useWords(partsWords);
  // It is taken away when it is closed: whoever opened it has the focus again.
  const [opener] = useState(() => document.activeElement);
  useEffect(() => () => (opener instanceof HTMLElement ? opener.focus() : undefined), [opener]);
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="min(1040px, 100%)"
      title={say('recordsOf', { kpi: name })}
      closeButtonProps={{ 'aria-label': say('close') }}
    >
      <RecordsTable name={name} {...question} height={640} />
    </Drawer>
  );
}
