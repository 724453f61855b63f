import type { Feature } from 'geojson';
import { KINDS } from '../../lib/domain/items.ts';
import { itemsOfKind } from '../../lib/domain/plan.ts';
import { problemText } from '../../lib/domain/problem-texts.ts';
import type { Problem } from '../../lib/domain/problem.ts';
import { readManifest } from '../../lib/server/region-packs.ts';
import { OUTPUT_OPTION } from '../assumption-options.ts';
import { helpText, readCommandLine, type CommandSpec } from '../command-line.ts';
import type { Language } from '../command-error.ts';
import { languageOf } from '../language.ts';
import { checkFeature, checksOfPlan, type PlanCheck } from '../plan-checks.ts';
import { packsFolder } from '../packs-folder.ts';
import { nameOf, readPlanFile } from '../read-plan-file.ts';
import { writeAnswer } from '../write-answer.ts';

const SPEC: CommandSpec = {
	usage: 'validate PLAN',
	purpose: {
		en: 'Lists everything that is wrong with a plan file: where, what was seen, what was wanted; and what is\namiss in the plan as a whole, as warnings: overlaps, gaps, rings not nested, strays, doubles.\nThe answer is a FeatureCollection of problems; people read the same on standard error.',
		zh: '列出方案文件的全部问题：位置、所见、应为；并以提醒列出方案整体的问题：重叠、空隙、未嵌套的防控圈、越界、重复。\n结果是问题的 FeatureCollection；标准错误输出给人看的文字。'
	},
	operands: 1,
	options: OUTPUT_OPTION,
	fallsShort: { en: 'the plan has an error', zh: '方案有错误' }
};

/** Of one kind of problem, no more lines than this are shown; the answer has them all. */
const SHOWN = 20;

/** `cordon validate`: 0 where the plan has no error, 1 where it has. */
export async function validateCommand(args: string[]): Promise<number> {
	const language = languageOf(process.env);
	const line = readCommandLine(SPEC, args);
	if (line.wantsHelp) {
		process.stdout.write(helpText(SPEC, language));
		return 0;
	}
	const file = line.operands[0] as string;
	const { plan, problems } = await readPlanFile(file);
	const { region } = plan.header;
	if (region !== undefined && !(await readManifest(packsFolder(), region))) {
		problems.unshift({ code: 'region-not-built', severity: 'warning', seen: JSON.stringify(region) });
	}

	const checks = checksOfPlan(plan, problems);
	const errors = problems.filter(({ severity }) => severity === 'error').length;
	const items = Object.fromEntries(KINDS.map((kind) => [kind, itemsOfKind(plan, kind).length]));
	const summary = { errors, warnings: problems.length - errors + checks.length, items };
	const features = [...problems.map(problemFeature), ...checks.map(checkFeature)];
	const answer = { type: 'FeatureCollection' as const, summary, features };
	await writeAnswer(answer, line.values.output);
	process.stderr.write(
		reportText(nameOf(file), linesOf(problems, checks, language), plan.items.size, language)
	);
	return errors > 0 ? 1 : 0;
}

function problemFeature(problem: Problem): Feature {
	const { at, featureId, featureIndex, wanted: _wanted, ...rest } = problem;
	return {
		type: 'Feature',
		geometry: at ? { type: 'Point', coordinates: [...at] } : null,
		properties: {
			kind: 'problem',
			...rest,
			...(featureId !== undefined && { feature: featureId }),
			...(featureIndex !== undefined && { featureIndex }),
			message: problemText(problem, 'en'),
			messageZh: problemText(problem, 'zh')
		}
	} as Feature;
}

/** One thing to tell on a line. */
interface Told {
	readonly code: string;
	readonly severity: Problem['severity'];
	readonly text: string;
}

function linesOf(problems: readonly Problem[], checks: readonly PlanCheck[], language: Language): Told[] {
	return [
		...problems.map((one) => ({ code: one.code, severity: one.severity, text: problemText(one, language) })),
		...checks.map(({ finding, text }) => ({
			code: finding.code,
			severity: 'warning' as const,
			text: text[language]
		}))
	];
}

function reportText(file: string, problems: readonly Told[], items: number, language: Language): string {
	const isZh = language === 'zh';
	const shown = new Map<string, number>();
	const lines: string[] = [];
	for (const problem of problems) {
		const count = (shown.get(problem.code) ?? 0) + 1;
		shown.set(problem.code, count);
		if (count > SHOWN) continue;
		const severity = isZh ? { error: '错误', warning: '提醒' }[problem.severity] : problem.severity;
		lines.push(`${file}: ${severity}: ${problem.text}`);
	}
	for (const [code, count] of shown) {
		const more = count - SHOWN;
		if (more > 0) lines.push(`${file}: ${isZh ? `同类问题另有 ${more} 处` : `and ${more} more`} (${code})`);
	}
	const errors = problems.filter(({ severity }) => severity === 'error').length;
	const warnings = problems.length - errors;
	lines.push(
		isZh
			? `${file}: 共 ${items} 项，${errors} 处错误，${warnings} 处提醒`
			: `${file}: ${items} items, ${errors} errors, ${warnings} warnings`
	);
	return `${lines.join('\n')}\n`;
}
