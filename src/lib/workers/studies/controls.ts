import { controlRows } from '../../analysis/sealing/control-rows.ts';
import type { Study } from './study.ts';

/** The roads about one checkpoint, on duty or not. */
export const controls: Study<'controls'> = async ({ items, roads }, id) => {
	const checkpoint = items.find((item) => item.id === id);
	return checkpoint?.kind === 'checkpoint' ? controlRows(await roads(), checkpoint) : null;
};
