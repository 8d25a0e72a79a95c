package smart

// marks are the small words around figures and objects: what role they have.
//
//nolint:dupword // a list, with the spellings that people use
var marks = []vocabulary{
	{toward, `到 至 为 达 达到 达成 成 到达 成为 升到 突破到 去到
to, up to, down to, into, until it reaches, reaching, →, ->, =>, -->, ==>, ⟶, ↗, ↘`},
	{from, `从 由 自 打从 由原来的 从原来的
from, up from, down from, compared to, instead of, rather than`},
	{by, `by, an average of, another, a further`},
	{least, `不低于 不少于 不小于 不下于 至少 最少 起码 超过 超 突破 高于 大于 大于等于 大于或等于 不得低于 不得少于 不能低于 不能少于 多于 优于 达到或超过 须达 逾 跻身 好于 不亚于 满
at least, no less than, not less than, no fewer than, not fewer than, more than, over, above, greater than, greater than or equal to, exceed, exceeds, exceeding, minimum, minimum of, a minimum of, north of, upwards of, higher than, better than, surpass, surpasses, surpassing, beyond, in excess of, not below, >=, >, ≥, at or above, at or over, no worse than, at minimum`},
	{most, `不超过 不高于 不多于 不大于 低于 小于 少于 小于等于 小于或等于 不足 至多 最多 不得超过 不得高于 不能超过 不得多于 以下水平 控制在 未超过 不逾 不到 未满 短于 快于 控制在了 限制在
at most, no more than, not more than, no greater than, less than, fewer than, below, under, lower than, not exceed, not exceeding, not to exceed, maximum, maximum of, a maximum of, up to a maximum of, no higher than, no longer than, faster than, within, at or below, at or under, at or less than, no later, south of, not above, <=, <, ≤, sub`},
	{about, `约 大约 大概 近 将近 接近 差不多 平均 均 每年约
about, around, approximately, approx, approx., roughly, nearly, almost, circa, ca., some, on average, an estimated, average, ~, ≈`},
	{orMore, `以上 及以上 或以上 或更多 起 有余 或更高 甚至更高 之上 甚至以上 或者以上
or more, or higher, or above, or better, or over, and above, and up, or greater, plus, minimum, min, at least, or beyond, and over`},
	{orLess, `以内 之内 以下 及以下 或以下 之下 内 或更低 或更少 封顶 以里 上限
or less, or fewer, or below, or lower, or under, maximum, max, at most, tops, or faster`},
	{about, `左右 上下 前后`},
	{between, `介于 between, in the range of, range of, in the range`},
	{current, `目前 现在 当前 现有 原来 原有 原先 此前 现状 基线 基准 现为 目前为 当前为 上年 去年 去年同期 上期 上季度 上季 上月 现值 基线值 基数 基期 起点 初始 往年 过往 之前 原 现阶段 平均 的平均 同期 现时 历史 以往 上次 上回 上一次 上次调查 上轮 去年底 上年末 上一年 现
current, currently, current is, currently at, now, baseline, baseline of, baseline is, baseline:, starting point, today, was, were, previously, previous, existing, at present, last year, last quarter, last month, prior, prior year, as is, the current, its current, our current, average, the baseline, last, actual, historical, industry avg, industry average, from`},
	{than, `比 较 相比 同比 环比 与 相较 相较于 较之 对比 比去年 较去年 高于去年 比上年 较上年 与去年 同去年 较上年同期 较去年同期 比去年同期 与去年同期 与上年同期 比上季度 较上季度 较上一季度 比上一季度 比上月 较上月 较上个月 比上个月 较上一年 相比去年 相比上年 相对于 去年同期的 较年初 比年初 较基期 较基线 较目前 比目前 较现有 较上期 比上期 较同期
than, versus, vs, vs., compared with, compared to, relative to, against, year over year, year-over-year, year on year, year-on-year, yoy, qoq, quarter over quarter, quarter-over-quarter, mom, month over month, month-over-month, from last year, over last year, than last year, from the previous year, over the previous year, from last quarter, over last quarter, over the prior year, from the prior year, on last year`},
	{via, `通过 靠 依靠 借助 利用 采用 运用 经由 凭借 依托 藉由 透过 借由 以 引入 导入 使用 基于 围绕 按照 根据 采取 经 充分利用 凭
through, via, using, by means of, with the help of, led by, driven by, thanks to, leveraging, by way of, by use of, by using`},
	{hold, `把 将 使 让 令 使得 对 就 给 向 面向 针对 为了 在 于
`},
	{at, `在 于 at, in, on, of, at the, for, across, during, throughout, with, per, among, inside, within the, out of`},
	{joint, `并 且 并且 而且 同时 以及 及 和 与 或 或者 其中 且 则 而 但 但是 如果 若 从而 进而 然后 再 最终 由此 以便 来 以实现 实现 以达到
and, or, but, while, so that, in order to, so, then, resulting in, thus, thereby, leading to, which, that, who, to, &, plus, as well as, if, when, unless, where, because, since, after`},
	{relative, `that, which, who, whose, so that, resulting in, leading to, thereby, thus, in order to, to ensure, such that, enabling, which will, that will, who are, that are`},
	{universal, `所有 全部 全体 全员 每个 每位 每名 每一个 每项 各个 各项 每家 每一位 每份 百分百 一律 全面 100%的 每条 每批 每单 每笔
all, every, each, 100 percent of, entire, whole, everyone, everybody, everything`},
	{copula, `是 为 is, are, was, were, be, been, being, stands at, at, equals, equal to, of, =, :, ：, remains, stays, reaches, hits, is at, are at, is reduced to, becomes`},
	{article, `the, a, an, our, my, their, its, his, her, your, this, these, those, such, any, some, own, one's, both, first`},
	{preposition, `of, for, in, on, at, with, from, to, by, about, across, among, into, onto, over, per, without, within, between, during, through, throughout, via, toward, towards, against, under, after, before, until, as, than, that, which, who, whose, where, when, while, whether, if, because, so, and, or, but, including, excluding, using, based on, related to, regarding, such as, e.g., i.e., to ensure, in order to, due to, according to, up to, down to, out of, prior to, from the, with the, not, that are, who are, is, are, was, were, be, has, have, will, must, can, should, resulting in, leading to`},
	{modal, `will, must, should, shall, can, would, need, needs, to, not, i, we, you, they, he, she, it, is, are, has, have, been
要 须 需 应 将 可 能 得 均 都 也 还 又 再 才 就 被 由 予以 加以 得以 可以 已 已经`},
	{adverb, `仅 仅为 只 只有 才 每小时 每分钟 每秒 每台 每单 每户 每平米 每平方米 每吨 每公里 均 都 也 全部 累计 合计 总计 共计 共 总共 一共 平均 分别 各 各自 其中 以及 等 同时 整体 持续 始终 一直 稳步 每人 人均 每位 每次 单独 独立 亲自 额外 再 另 另外 又 还 即 即可 争取 基本 力争 实际 严格 有效 主要 首次 成功 顺利 完全 全面 正式 彻底 全程 高质量 高效 按时 按期 及时 准时 保质保量 如期 提前 尽快 尽早 尽可能 至少 最少 最多 最低 最高 下 上 的话 为主 相应 可 了 过 着 地 得 所 各类 不同 一批 全年 全季 全月 约 每 人 目标 目标值 目标为 值 达标 指标 指标为 计划 计划为 任务 水平 比例为 进行 予以 以及其他 有 含 包含 包括 涵盖 涉及 余 多 名额 达标线 大幅 显著 明显 进一步 大力 不断 逐步 稳定 快速 迅速 优秀 优秀为 合格 合格线 为优秀 为合格 为良好 重点 专业 其他 相关 有关 我 我们 本人 团队 部门 公司 本部门 我部 自己 个人 全公司 员工要 某
also, fully, successfully, personally, independently, individually, cumulatively, collectively, on average, average, overall, significantly, substantially, dramatically, steadily, consistently, regularly, only, then, further, gradually, quickly, at least, approximately, actively, directly, together, new, major, key, additional, different, separate, relevant, high-quality, extra, more, other, out, up, off, down, well, own, full, least, most, target, target of, total, total of, a total of, goal, goal of, combined, just, either, both, currently, now, still, yet, ever, even, not, never, always, itself, minimum, up to, maximum, sure, each other, is, are`},
	{label, `key stage, year, form, month, week, day, version, ver, v, ver., release, phase, level, tier, stage, grade, step, series, chapter, module, unit no, no., number, item, section, article, sev, type, class, gen, generation, model, python, java, windows, iso, cmmi, room, floor, building, web, industry, mark, mk, sprint, wave, batch, track, group, team, line, objective, goal, kr, kr no, o, p, page, figure, table, part, act, rule, form, schedule, annex, appendix, priority, severity, category, cat, option, plan, area, zone, region, division, grade level
第`},
	{placeholder, `xx% x% xx％ n个 n% n次 __ ___ ____ _____ [x] [n] [xx] <x> {x} ... …… 若干 一定金额 一定数量 一定比例 一定 几个 几次 数个 多个 多次 多项 一些 某些 某个 某项 待定 待确认 若干个 若干次 tbd
x%, xx%, xx, n%, [x], [x]%, [n], tbd, tba, tbc, to be determined, to be decided, to be confirmed, $x, $xx, $xxx, xxx, y%, yy%, [date], mm/dd/yyyy, dd/mm/yyyy, [number], some number of, a number of, several, a few, many, various, certain, numerous, multiple, a couple of`},
	{scope, `入职的 签约的 成立的 毕业的 上线的 发布的 购买的 注册的 生产的 入学的 投产的 录用的 招聘的 采购的 交付的 新入职的 入职 成交的 立项的 制定的 的 版 版本 款 届 级 编制 修订版 期间的 以来 以来的`},
}
