import type { NameKind } from '../../domain/place-names.ts';

/** What people call a kind when they look for any of it, in the languages of the maps. */
export const KIND_WORDS: Partial<Readonly<Record<NameKind, string>>> = {
	bridge: 'bridge 桥 桥梁 大桥 мост',
	river: 'river 河 河流 江 река',
	water: 'lake water 湖 水库 озеро',
	railway: 'railway 铁路 железная дорога',
	station: 'station airport 车站 火车站 汽车站 机场 вокзал станция',
	hospital: 'hospital clinic 医院 诊所 больница поликлиника',
	school: 'school university 学校 大学 幼儿园 школа университет',
	office: 'government office embassy 政府 机关 使馆 акимат посольство',
	emergency: 'police fire station 派出所 公安 警察 消防 полиция пожарная',
	power: 'power substation 电厂 变电站 подстанция',
	fuel: 'fuel gas petrol 加油站 азс заправка',
	'bus-stop': 'bus stop 公交站 公交 остановка',
	park: 'park 公园 парк',
	square: 'square 广场 площадь',
	suburb: 'suburb neighbourhood 街区 社区 микрорайон',
	district: 'district county 区 县 район',
	village: 'village 村 村庄 село',
	town: 'town 镇 город',
	city: 'city 城市 город'
};
