/**
 * Which properties look as if they described a person. Cordon plans places and resources, so such
 * properties are dropped when a file is read. `name` and `owner` of a thing stay.
 */

const WORDS = new Set([
	'phone',
	'telephone',
	'tel',
	'mobile',
	'cellphone',
	'email',
	'wechat',
	'passport',
	'ssn',
	'surname',
	'firstname',
	'lastname',
	'fullname',
	'givenname',
	'contact',
	'person',
	'suspect',
	'birthday',
	'birthdate',
	'dob',
	'gender',
	'plate',
	'numberplate',
	'licenceplate',
	'licenseplate',
	'idcard',
	'idnumber',
	'idno',
	'nationalid'
]);

const PHRASES = [
	['first', 'name'],
	['last', 'name'],
	['full', 'name'],
	['given', 'name'],
	['family', 'name'],
	['officer', 'name'],
	['owner', 'name'],
	['resident', 'name'],
	['driver', 'name'],
	['cell', 'number'],
	['id', 'card'],
	['id', 'number'],
	['id', 'no'],
	['identity', 'number'],
	['identity', 'card'],
	['national', 'id'],
	['personal', 'id'],
	['birth', 'date'],
	['date', 'of', 'birth']
];

const CHINESE =
	/姓名|电话|手机|联系人|联系方式|负责人|责任人|身份证|证件号|车牌|号牌|护照|邮箱|微信|性别|出生|人员姓名|户主|嫌疑/;

/**
 * Whether a property of this name and value looks personal: a phone, a number plate, an identity
 * number, a person's name, in English or Chinese. Switches (`mobile: true`) and null do not.
 */
export function isPersonalKey(key: string, value: unknown): boolean {
	if (value === null || value === undefined || typeof value === 'boolean') return false;
	if (CHINESE.test(key)) return true;

	const words = key
		.replace(/([a-z0-9])([A-Z])/g, '$1 $2')
		.replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
		.toLowerCase()
		.split(/[^a-z0-9]+/);
	if (words.some((word) => WORDS.has(word.replace(/\d+$/, '')))) return true;
	return PHRASES.some((phrase) =>
		words.some((_, i) => phrase.every((part, j) => words[i + j]?.replace(/\d+$/, '') === part))
	);
}
