import { CommandError } from './command-error.ts';

/** The refusal of a plan that does not say what ground is asked about; `file` as messages name it. */
export function noGround(file: string): CommandError {
	return new CommandError({
		en: `${file}: saw no feature of kind area or control-ring, wanted one: it says what ground is asked about`,
		zh: `${file}：没有 area（辖区）或 control-ring（防控圈），至少应有一个，以确定分析范围`
	});
}
