import type { Work } from '../runner/Work.ts';
import { card } from './card.ts';
import { list } from './list.ts';
import { live } from './live.ts';
import { memory } from './memory.ts';
import { picker } from './picker.ts';
import { server } from './server.ts';
import { size } from './size.ts';
import { text } from './text.ts';

export const works: readonly Work[] = [card, picker, list, live, text, memory, server, size];
