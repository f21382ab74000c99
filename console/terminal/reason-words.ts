// Why the rules could not settle a pair, in Chinese. In: the reason as the rules give it. Out: the same in Chinese, or the reason as it
// is where nobody has put it into Chinese yet.

/** `$1` and `$2` stand for what a reason names. */
const REASONS: readonly (readonly [RegExp, string])[] = [
  [/^a name without its region may be of any$/, '名字没有写明地区，可能是任何一地的'],
  [/^a name without the division it lies in$/, '名字没有写明所属的区划'],
  [/^a rank without its body$/, '职务没有写明单位'],
  [/^an office with a name of its own, and one of a body$/, '一个是有专名的职务，一个是某单位的职务'],
  [/^in two counties, but one core$/, '主体相同，但在两个县'],
  [/^matters that are alike$/, '事由相近'],
  [/^(?:the names|names that) are alike$/, '名字相近'],
  [/^(.+), names that are alike$/, '$1，名字相近'],
  [/^names that go together$/, '名字可以相配'],
  [/^one core, but a day apart$/, '主体相同，但相差一天'],
  [/^one day and name, but of one the region is not known$/, '同日同名，但一方的地区不明'],
  [/^one day and name, but the region is not known$/, '同日同名，但地区不明'],
  [/^one day and name, but two conveners$/, '同日同名，但召开者不同'],
  [/^one day and place, but neither names its site$/, '同日同地，但都没有写明场所'],
  [/^one day and place, but two sites$/, '同日同地，但场所不同'],
  [/^one day and province, but only one has a tag$/, '同日同省，但只有一方有代号'],
  [/^one day, but neither place nor core says that they are one$/, '同日，但地点和主体都不能说明是同一个'],
  [/^one has a number, the other has none$/, '一个有编号，一个没有'],
  [/^one matter, but the day is not known of both$/, '事由相同，但不都知道日期'],
  [/^one name counts the session, the other does not$/, '一个写明届次，一个没有'],
  [/^one name ends the other$/, '一个名字是另一个的结尾'],
  [/^one name says of which region, the other does not$/, '一个写明地区，一个没有'],
  [/^one name, but no day$/, '同名，但都没有日期'],
  [/^one name, but the day is not known of both$/, '同名，但不都知道日期'],
  [/^one name, but the year or the region is not known of both$/, '同名，但不都知道年份或地区'],
  [/^one name, but who sent it or what for is not known$/, '同名，但由谁派出、为何派出不明'],
  [/^one name; no posts to tell by$/, '同名，没有职务可以区分'],
  [/^one name; some posts go together, others exclude each other$/, '同名；有的职务相容，有的相斥'],
  [/^one name; the posts neither go together nor exclude each other$/, '同名；职务既不相容也不相斥'],
  [/^one number and year, but the sender or the task may differ$/, '同年同号，但派出者或任务可能不同'],
  [/^one number, but the year is not known of both$/, '同号，但不都知道年份'],
  [/^one place and core, two kinds$/, '地点和主体相同，种类不同'],
  [/^one title, but the issuer is not known of both$/, '同题，但不都知道发布者'],
  [/^the day is not known of both$/, '不都知道日期'],
  [/^the giver is not known of both$/, '不都知道作指示的人'],
  [/^the name does not say of which body$/, '名字没有说明属于哪个单位'],
  [/^the year is not known of both$/, '不都知道年份'],
  [/^titles that are alike$/, '标题相近'],
  [/^two kinds$/, '种类不同'],
  [/^(.+) may be (?:a short form of|short for) (.+)$/, '“$1”可能是“$2”的简称'],
  [/^(.+) is no province that the list knows$/, '“$1”不在省份名单里'],
  [/^(.+) of (.+) may be that of (.+)$/, '“$2”的“$1”可能就是“$3”的'],
  [/^(.+) and (.+) may be one body under two names$/, '“$1”和“$2”可能是一个机构两块牌子'],
  [/^one accident, but (.+) and (.+)$/, '同一事故，但一为$1、一为$2'],
  [/^several (?:places|regions) are called (.+)$/, '叫“$1”的地方不止一个'],
]

export function reasonInChinese(why: string): string {
  for (const [pattern, words] of REASONS) if (pattern.test(why)) return why.replace(pattern, words)
  return why
}
