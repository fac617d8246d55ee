import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Activity } from '../../../adapters/direct-line/wire.ts';
import {
  addActivities,
  addOutgoing,
  beginAnew,
  emptyTranscript,
  listLines,
  markOutgoing,
} from '../../../web/widget/transcript.ts';

const logged = (sequence: number): Activity => ({
  type: 'message',
  id: `c|${String(sequence).padStart(7, '0')}`,
  timestamp: '2024-05-01T08:00:00.000Z',
  channelId: 'directline',
  conversation: { id: 'c' },
  from: { id: 'help-center', role: 'bot' },
  text: String(sequence),
  textFormat: 'markdown',
  locale: 'en-US',
});
const outgoing = { id: 'm1', text: 'hello', locale: 'en-US' };
const echo: Activity = {
  ...logged(1),
  from: { id: 'dl_1', role: 'user' },
  text: 'hello',
  textFormat: 'plain',
  channelData: { clientActivityID: 'm1' },
};

describe('the transcript', () => {
  it('shows every message once and in order, however the server delivers it', () => {
    const deliveries = fc.array(fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 8 }), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(deliveries, (sets) => {
        const transcript = sets.reduce(
          (known, set) => addActivities(known, set.map(logged)),
          emptyTranscript,
        );
        const expected = [...new Set(sets.flat())].sort((a, b) => a - b).map(String);
        expect(listLines(transcript).map((line) => line.from === 'bot' && line.markdown)).toEqual(expected);
      }),
    );
  });

  it('keeps the place and the key of a message when its echo comes', () => {
    const before = addOutgoing(emptyTranscript, outgoing);
    const after = addActivities(before, [echo]);
    expect(listLines(before)).toEqual([{ from: 'customer', key: 'm1', text: 'hello', delivery: 'sending' }]);
    expect(listLines(after)).toEqual([{ from: 'customer', key: 'm1', text: 'hello', delivery: 'sent' }]);
    expect(addOutgoing(after, outgoing)).toBe(after);
  });

  it('says why a message was refused, until the next is typed', () => {
    const refused = markOutgoing(addOutgoing(emptyTranscript, outgoing), 'm1', 'refused', 'MessageTooLong');
    expect(listLines(refused)).toMatchObject([{ delivery: 'refused', refusal: 'MessageTooLong' }]);
    expect(listLines(addOutgoing(refused, { ...outgoing, id: 'm2' }))).toMatchObject([{ key: 'm2' }]);
  });

  it('takes what was not delivered into the next conversation, below a notice', () => {
    const ended = addOutgoing(addActivities(emptyTranscript, [echo]), { ...outgoing, id: 'm2' });
    expect(listLines(beginAnew(ended)).map(({ from, key }) => [from, key])).toEqual([
      ['customer', 'm1'],
      ['notice', 'renewed-1'],
      ['customer', 'm2'],
    ]);
  });

  it('says nothing of an earlier conversation that had no messages', () => {
    expect(listLines(beginAnew(emptyTranscript))).toEqual([]);
  });

  it('has no line for what is no message', () => {
    const typing = { ...logged(1), type: 'typing' } as unknown as Activity;
    expect(addActivities(emptyTranscript, [typing])).toBe(emptyTranscript);
  });

  it('lets answers be rated, and nothing else that the bot says', () => {
    const decided = (sequence: number, decision: string): Activity => ({
      ...logged(sequence),
      channelData: { helpCenter: { decision, ids: [] } },
    });
    const lines = listLines(
      addActivities(emptyTranscript, [decided(1, 'answer'), decided(2, 'clarify'), logged(3)]),
    );
    expect(lines.map((line) => line.from === 'bot' && line.ratable)).toEqual([true, false, false]);
  });
});
