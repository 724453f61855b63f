import type { ControlRing } from '../lib/domain/items.ts';
import { itemsOfKind, type Plan } from '../lib/domain/plan.ts';
import { CommandError } from './command-error.ts';

/** The control ring of `plan` that `--option` names by its id; throws CommandError where it has none such. */
export function ringNamed(plan: Plan, option: string, id: string, file: string): ControlRing {
	const rings = itemsOfKind(plan, 'control-ring');
	const found = rings.find((ring) => ring.id === id);
	if (found) return found;
	const ids = rings.map((ring) => ring.id);
	throw new CommandError({
		en: `${file}: saw --${option} ${id}, wanted ${ids.length > 0 ? `one of ${ids.join(', ')}` : 'a plan with a control-ring'}`,
		zh: `${file}：此处是 --${option} ${id}，${ids.length > 0 ? `应为 ${ids.join('、')} 之一` : '方案中应有防控圈（control-ring）'}`
	});
}
