package wording

// facts tie what is said to something that can be checked.
//
//nolint:dupword // a list, with the spellings that people use
var facts = []vocabulary{
	{class: numeralWord, words: `一 二 两 三 四 五 六 七 八 九 十 百 千 万 半 几`},
	{class: counter, words: `次 份 个 名 位 条 项 件 单 张 家 台 通 封 页 遍 回 轮 篇 笔 款 批 场 套 项目 户 人 组 只 种 门 节 处 起 例 步 道 成 倍 分 元 块 % 号 楼 级 行 版 居室
 字 车 箱 斤 吨 米 公里 瓶 盒 间 趟 刻`},
	{class: duration, words: `天 周 星期 礼拜 小时 分钟 个月 月 年 秒 日 季度 个小时 个星期 个季度 下午 上午 晚上 整天 钟头 个钟 多小时 多分钟 多天 工作日 个工作日 星期多 夜 宿 晚
倍 成`},
	{class: figure, words: `by half, in half, about half,
翻倍 翻番 零回滚 零投诉 零事故 零差错 零缺陷 双倍 一半
two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, fifteen, twenty, thirty, forty, fifty, twice, a dozen, dozens, several, a third,
a quarter of, two-thirds, double, both, a week late, a day late, an hour late, a month late, one week, one day, one hour, one of the, an hour, a week,
a day, a full day, thrice, couple of, a couple of, a month, one month, another day, another week, a whole day`},
	{class: hyperbole, words: `一百遍 一百次 八百遍 八百次 一千遍 一万遍 无数次 多少遍 多少次 几百遍 成百上千 一万次 一千次
a hundred times, a thousand times, a million times, a million, hundreds of times, thousands of times, umpteen times, for the hundredth time,
for the millionth time, 100 times, 1000 times, a hundred`},
	{class: occasion, words: `昨天 今天 前天 今早 今晨 昨晚 昨日 今日 当天 当日 当时 刚才 刚刚 方才 上周 上周一 上周二 上周三 上周四 上周五 本周 这周 这一周 上个月 上月 本月 这个月
上季 本季 上季度 本季度 这季度 这个季度 上个季度 今年 去年 上半年 下半年 年初 年中 年底 周一 周二 周三 周四 周五 周六 周日 星期一 星期二 星期三 星期四
星期五 星期六 星期天 礼拜一 礼拜五 一季度 二季度 三季度 四季度 第一季度 第二季度 第三季度 第四季度 近三个月 近一个月 近期 最近 最近一次 上次 上一次
上回 这次 这回 此次 本次 前几天 前两天 过去半年 过去一年 项目中 项目里 早会 晨会 例会 周会 评审会 复盘会 客户会 会上 会议上 评审时 评审会上 演示时 上线当天
大促 双十一 双11 春节期间 国庆期间 期间 全年 那天 那晚 那次 那回 夜班 早班 大前天 前晚 周末 那一次 上半月 下半月 头一天 年会 团建
招标会 例会上 晨会上 周会上 一月 二月 三月 四月 五月 六月 七月 八月 九月 十月 十一月 十二月 上午 下午 当晚 凌晨 上个礼拜 上礼拜 这个礼拜 寻日 琴日
上星期 本星期 这星期 上个星期 这两周 这几天 这两天 近两周 前一天 入职以来 月初 月底 月中
yesterday, today, this morning, this afternoon, last night, last week, last month, last quarter, last year, last sprint, last time, last monday,
last tuesday, last wednesday, last thursday, last friday, this week, this month, this quarter, this sprint, this year, monday, tuesday, wednesday,
thursday, friday, saturday, sunday, monday's, tuesday's, wednesday's, thursday's, friday's, yesterday's, today's, january, february, march, april,
june, july, august, september, october, november, december, jan, feb, mar, apr, jun, jul, aug, sept, oct, nov, dec, q1, q2, q3, q4, in the meeting,
in our meeting, in the review, in the standup, during the meeting, during the call, during the demo, during our, during the, in the last,
over the last, over the past, in the past, on the call, in our last, at the meeting, in the retro, in the design review, at the offsite, in standup,
at standup, in sprint planning, in planning, during sprint, earlier today, earlier this week, the other day, recent, recently, two weeks ago,
a week ago, a month ago, ago, when you, the day before, that day, that morning, in the workshop, at the all-hands, in our one-on-one, in our 1:1, h1,
h2, in may, on may, on the 1st, the night before, black friday, on monday, on tuesday, on wednesday, on thursday, on friday`},
	{class: future, words: `聊聊 主要聊 想聊 谈谈 想谈 想和你 想跟你 主要讲 主要谈 下周 下个月 下月 下季度 下个季度 明天 后天 明年 下次 下一次 下回 以后 今后 之后起 从明天起
从下周起 从现在起 接下来 下一步 未来 往后 日后 下半年起 本周五前 周五前 月底前 年底前 下阶段 下一阶段 下星期 下礼拜 下个礼拜 再有 听日
next time, next week, next month, next quarter, next sprint, next year, next meeting, next one, next review, tomorrow, going forward, moving forward,
from now on, in future, in the future, by friday, by monday, by tuesday, by wednesday, by thursday, by next, by the end of, starting next, from next,
for next time, from monday, from tomorrow, before the next, for the next, in the next, henceforth, this coming, upcoming, starting monday,
starting tomorrow, by tomorrow, by end of`},
	{class: past, words: `表示 当场 了 过 已 已经 曾 被 把 将 均 未 没 没有 未能 没能 缺 漏 错 晚 超过 超出 达 达到 完成 低于 高于 超额 收到 发现 退回 提交 交来 交付 写错 迟到 获得 拿下
签下 处理 通过 提到 推进 上线 提出 协调 完成率 看到 出现 发出 发来 到 得分 帮 打断 忘 整理 带领 主持 独立 承接 接手 梳理 解决 修复 中断 延迟
was, were, wasn't, weren't, did, didn't, had, hadn't, said, sent, ran, went, came, took, left, made, gave, told, wrote, broke, cut, got, lost, spoke,
spent, kept, found, held, brought, built, caught, chose, drew, drove, fell, felt, forgot, hit, knew, let, led, met, paid, put, read, rose, saw, set,
shipped, showed, slept, sold, stood, stuck, taught, thought, threw, understood, won, wore, grew, became, began, hid, rang, sat, swore, talked,
has been, have been, overran, rewrote, went over, been, done, gone, has not, haven't, hasn't`},
	{class: named, words: `这次 这份 那份 这个版本 这三份 这两份 那次 那封 这封 这张 那张 该项目 该客户 此单 那单 这单 这批 那批 这篇 这版 那版 这个需求 这个项目 那个项目 这家
这两个 这几个 这起 那起 这通 这位客户 刚提交的 你提交的 您提交的 你写的 你交的 你做的 你负责的 你发的 你整理的 你带的 你设计的
the report you, the code you, the deck you, the doc you, your report, your presentation, your demo, your proposal, your email, your draft, your deck,
your analysis, your summary, your code review, your pull request, your pr, your design, your slides, your handover, the release, the migration,
the launch, the proposal, the report, the presentation, the demo, the rollout, the deployment, the outage, the incident, the invoice, the project plan,
the budget, the handover, the contract, the client call, the kickoff, the dashboard, the onboarding, the campaign, the audit, this report,
this document, this project, this deck, this pr, this draft, the spec, the spreadsheet, the slides, the quarterly, the monthly, the weekly,
the minutes, the test plan, the runbook`},
	{class: evidence, words: `日志显示 记录显示 数据显示 系统显示 监控显示 统计显示 后台显示 系统日志 考勤记录 考勤显示 观察事实 我看到 我注意到 我观察到 我发现 注意到 原话 原话是
查了记录 记录里 抽查 核对发现 检查发现 监控 截图
i noticed, i observed, i saw, i heard, i counted, log shows, logs show, the log shows, the logs show, records show, the record shows, data shows,
the data shows, according to, dashboard shows, tracker shows`},
	{class: habit, words: `常常 经常 往往 有时 有时候 偶尔 时常 多次 屡次 频繁 一般 通常 平时
often, frequently, usually, sometimes, occasionally, regularly, typically, generally, tends to, tend to, mostly, at times`},
}

// impacts say what came of it.
//
//nolint:misspell // a list, with the spellings that people use
var impacts = []vocabulary{
	{class: cause, words: `halved, doubled, shortened, trimmed, cut our, cut down, brought down, feeling i, feeling like, come away feeling, left feeling, as a consequence,
替你 帮你收拾 给你收拾 给你善后 替你善后 帮助我们 帮我们 帮助公司 帮助客户 帮助大家 帮助部门 帮助项目 帮助同事 帮助新人 协助团队 导致 使得 使 致使
以致 以至于 造成 引起 引发 因此 因而 从而 进而 于是 结果 影响 影响了 影响到 波及 连累 拖累 拖慢 拖慢了 拖了 拖住 耽误 耽误了 耽搁 延误 延误了 害得 害
弄得 搞得 令 叫人 带来 带来了 带动 带动了 促成 促成了 促进了 推动了 避免了 减少了 降低了 节省了 节约了 省下 省了 缩短了 挽回了 挽回 挽留 赢得 赢得了
提升了 提高了 改善了 加快了 保证了 保障了 确保了 支撑了 打击了 打乱了 破坏了 损害了 损失 浪费了 增加了 加重了 不得不 只好 只能 只得 被迫 没法 无法
没办法 所以 这样一来 帮助团队 帮团队 帮公司 帮部门 帮大家 为团队带来 为公司节省 为公司带来 为客户带来 为部门带来 给团队带来 给客户带来 给公司带来
给公司造成 给客户造成 给团队造成 给大家带来 给大家添 给团队添 给同事添 带得全组 带得全队 带得团队 使团队 使部门 让团队 让大家 让客户 让我 让我们
让同事 让新人 让整个 让后面 让下游 让人 让项目 令客户 令团队 令大家 令我 得以 得到了客户 受到客户 受到了 引来 招来 惹得 换来 累得 逼得 差点 险些
多花了 多跑了 多等了 多出 后果 连带
so that, end up, ends up, ended up, got us back, got us, left the rest, worked through, meant, thanks to that, thanks to you, because of it,
because of you, so i could, so we could, so they could, gave me, gave them, let me finish, let us finish, bought us, spared, spared us, won over,
calmed, earned us, that let, which, leaving us, letting, freeing, sparing, earning, winning, turning, which meant, which means, meaning that,
meaning we, meaning the, as a result, resulted in, results in, resulting in, led to, leads to, leading to, caused, causes, causing, because of that,
because of this, therefore, consequently, had to, has to redo, have to redo, forced, forcing, forces, delayed, delaying, cost us, costs us, cost the,
costing, affected, affects, affect, affecting, impacted, impacts, impact, impacting, helped the, helped us, helped me, helped our, helped everyone,
helped them, helped new, helps the, helps us, helps everyone, helping the, helping us, saved, saves us, saving, enabled, enables, enabling, allowed,
allowing, allows, made it possible, made it easier, made it hard, made it harder, made it difficult, makes it hard, makes it harder,
makes it difficult, makes it easier, made me, makes me, made us, makes us, made the team, makes the team, made everyone, made them, made people,
makes people, made customers, kept the, kept us, keeps the, keeps us, keeping the, left the team, left the customer, left the client, left us, left me,
left them, left everyone, leaves the team, leaves us, leaving, which kept, which keeps, which cut, which caused, which left, which made, which makes,
which helped, which helps, which led, which saved, which delayed, which gave, which cost, which forced, which slowed, which slows, which pushed,
which put, which created, which undermined, which undermines, which hurt, which confused, which allowed, which let, which frustrated, which brought,
which resulted, which blocked, which held, which freed, which reduced, which improved, which boosted, which won, sped up, speeds up, slowed, slows,
slowing, slow down, slowed down, blocked, blocks, blocking, held up, holds up, pushed back, set us back, set back, disrupted, disrupts, disrupting,
undermined, undermines, undermining, damaged, damages, damaging, hurt, hurts, erodes, eroded, jeopardized, jeopardised, put the, puts the, put us,
putting the, gave the team, gave us, gave the, gives the, boosted, boosts, lifted, reduced, reducing, improved our, improved the, improved customer,
improved team, increased, prevented, prevents, avoided, contributed to, contributes to, won us, won the, lost us, lost the, so the team, so we,
so nobody, so no one, so everyone, so customers, so others, so they, so i had, so support, so two, so three, and we lost, and the customer,
and the client, and she said nothing, effect on, consequence, consequences, squeezed, squeezed out, cut short, at the cost, broke for,
was down, went down, could not, couldn't, were unable to, was unable to, lost, freed, freed up, unblocked, wasted, wastes, confused, confuses,
demotivated, demotivates, demoralizes, demoralises, discourages, discouraged, inspired, reassured, reassures, motivated, ripple, bottleneck, overtime,
rework`},
	{class: effect, words: `废标 流标 丢标 没中标 落标 不下去 推不动 推不下去 起不来 跑不起来 返工 返修 延期 延后 往后拖 往后推 往后挪 推迟 顺延 停工 停产 停线 停摆 投诉 客诉 退货 退款 退单 流失 丢单 丢了
违约 罚款 赔偿 亏损 损失 超支 卡住 卡在 卡壳 堵住 排不上 排不上期 没法排期 赶不上 来不及 等了 等到 多等 干等 白等 重做 重跑 重来 返回重 白做 白跑 误会
误解 信任 不敢开口 不敢说话 不敢发言 没敢开口 都没敢 士气 好评 表扬信 表扬 称赞 道谢 感谢信 致谢 续约 续签 签约 满意 客户满意 成交 转化率 回头客 口碑
效率都 效率有 停了 多付 多交 多花 多备 多跑 多排 少花 少跑 少等 少了一半 少走 少加 亏了 赔了 赔付 补偿 重数 重贴 重印 重发 重拍 重排 重算 重录 重签
重写 重新排 重新做 重新发 重新安排 重新核 结不了 做不了 开不了 用不了 走不了 进不去 交不了 发不了 出不了 收不了 上不了 卖不出 闹到 闹上 找上门 写信
专门来 专门打电话 打来电话 省心 省事 省力 省了 感动 推到 推到了 挪到 延到 退了 换供应商 转投 转去 改投 便宜了 省下 能省 多赚 少赔 没拿到 拿到了 拿不到
赶出来 连夜 通宵 补货 断货 空等 空跑 白忙 白费 报废 作废 滞留 积压 堆积 排队 不满 吵起来 离职 辞职 怨言 夸 点名表扬 追加 加单 复购 下单 中标 过审
通过验收 一次通过 没有返工 没返工 省去 免去 免了 罚了 被罚 被投诉 被扣 扣了 仓租 违约金 多付了 丢 掉了 走了 翻车 跑单 撤单 取消 顺 效率提升 效率提高
提速 提升了 按时上线 如期上线 顺利上线 顺利交付 零回滚 零投诉 定了 拍板 松了口气 松了一口气 少走弯路 少加班 节省 省 形象 声誉 业绩 收入 风险 压力 负担
工作量 进度 整体进度 工期 情绪 气氛 氛围 开工 付款晚 交期 忙到 熬夜 补救 救火 善后 擦屁股 买单 停机 无法入账 没法入账
refund, refunds, complaint, complaints, complained, escalated, escalation, churn, churned, rework, overtime, renewed, renewal, approved, thanked,
praised, relaxed, trust, morale, lost, penalty, outage, downtime, waited, waiting, idle, stuck, late shipment, stayed late, weekend, deal,
revenue, said nothing, went quiet, stopped contributing, left the meeting, sent back, sent their, returned, took down, down for, went elsewhere,
moved to a competitor, paid twice, paid extra, paid more, overpaid, shipped late, worked the weekend, worked late, up all night, arrived early,
a day early, ahead of time, went smoothly, sailed through, without a hitch, passed first time, on schedule, halted, stopped the line, stalled,
idle time, scrapped, wrote off, written off, charged us, fined, penalised, penalized, quit, resigned, asked for you, asked to transfer, wrote in,
wrote to, called in, queue, queued, no one could, nobody could, unable to, 
second order, walked out, redo, redid, redone, rebuild, confusion, backlog, frustration, extra hours, no time, without support, signed,
adopted, reputation, credibility, customer satisfaction, momentum, cancelled, canceled`},
	{class: feel, words: `感到 觉得 感觉 心里 很是 深感 倍感 感受到 让我 让人 令人 我很 我有些 我有点 我非常 我挺 我真的 我好 我都 我们很 大家都很 大家很 团队很 客户很 同事很
feel, feels, felt, i was, we were, i'm, i am, left me, made me, makes me, leaves me, the team was, the client was, the customer was, customers were,
everyone was, people were, team feels, team felt`},
	{class: feeling, words: `失落 失望 难过 伤心 委屈 沮丧 焦虑 担心 担忧 压力 压力很大 紧张 不安 不舒服 尴尬 为难 挫败 挫败感 无奈 无助 生气 愤怒 烦躁 困惑 迷茫 不被尊重 被尊重
不受尊重 不被重视 被忽视 被冒犯 被支持 被信任 被排除 被孤立 被否定 开心 高兴 欣慰 感动 温暖 安心 放心 踏实 有信心 感激 骄傲 自豪 鼓舞 振奋 轻松 心寒
寒心 疲惫 累 着急 被动 难堪 被打断 没面子 有压力 很受伤 受伤 措手不及 左右为难 心里没底 没底 心里不踏实 害怕 惊喜 暖心 佩服 不敢 失去信心 没信心
不好受 郁闷 唔开心
frustrated, frustrating, disappointed, disappointing, upset, hurt, anxious, worried, stressed, stressful, unheard, ignored, disrespected, undervalued,
unappreciated, dismissed, excluded, left out, isolated, overwhelmed, uncomfortable, embarrassed, humiliated, intimidated, confused, unsure, insecure,
demotivated, discouraged, nervous, uneasy, angry, sad, concerned, supported, valued, heard, respected, appreciated, confident, proud, relieved,
grateful, inspired, motivated, encouraged, energized, energised, safe, included, reassured, happy, welcome, trusted, empowered, impressed, at ease,
lost, rushed, blindsided, sidelined, unsupported, drained, exhausted, powerless, helpless, unwelcome, alienated`},
	{class: others, words: `病人 患者 家属 护士 医生 学生 乘客 旅客 司机 仓库 产线 车间 门店 前台 客服 采购 物流 车队 工人 师傅们 组里 班里 群里 队里 站里 店里 厂里 孩子 老人
买家 商家 业主 住户 居民 甲方 乙方 投资人 总部 审计 监管 货 货车 订单 开工 上线 交付 验收 付款 发货 二期 一期 账上 库里 现场 后面 后道 下道 下一班
夜班 早班 晚班 中班 白班 义工 志工 观众 听众 读者 会员 店员 员工们 大伙 大伙儿 全场 全班 全店 全厂 全公司 姐妹 兄弟 兄弟们 志愿者 采购部 财务部 市场部
销售 运营 研发 测试同学 开发同学 他们组 隔壁组 两个组 两组 另一组 对接人 合作方 渠道 代理商 经销商 加盟商 厂家 工厂 楼下 邻居 媒体 家里 客户 顾客 用户
团队 同事 大家 我们 全组 全队 部门 公司 项目 整个 后面的人 别人 其他人 下游 对方 财务 法务 测试组 新人 家长 学员 整体 伙伴 同组 上级 值班同事 后续
旁边同事 全员 项目组 小组
patients, patient, guests, guest, students, student, parents, parent, nurses, nurse, drivers, driver, shoppers, buyers, buyer, residents, tenants,
passengers, visitors, warehouse, the line, shift, night shift, kitchen, desk, store, plant, crew, auditors, auditor, vendor, supplier, landlord,
shipment, the launch, the release, checkout, the board, volunteers, families, family, donors, callers, members, readers, viewers, the floor, the site,
the office, developers, designers, testers, analysts, accountants, the others, my team, our team, their team, a colleague, two colleagues, others,
customer, customers, client, clients, team, the team, us, everyone, colleagues, people, users, stakeholders, project, teammates, department, support,
sales, finance, company, the business, partners, new hires, peers, morale, engineers, the group, we, nobody, the rest`},
}

// improvements say what to do next.
//
//nolint:dupword,misspell // a list, with the spellings that people use
var improvements = []vocabulary{
	{class: suggest, words: `we expect, i'd expect you, if i could change one thing, one thing i'd change, what would help, it would help if, it'd help if, would help if, i'd prefer, i would prefer, i'd rather you, could use more, a next step would be, next step is, next steps are`},
	{class: suggest, words: `might help, may help, could help, improve your, would be worth,
建议 之后由你 以后由你 讲好 讲好了 说定 讲定 期许 期盼 千万别 以后别 下次别 千万不要 以后不要 下次不要 不要再 别再 建议你 建议您 建议以后 建议下次
希望 希望你 希望您 盼 期待你 期待您 请 请你 请您 请先 请把 请将 请在 麻烦 麻烦你 劳烦 烦请 拜托 唔该 务必 不妨 最好 可以考虑 可考虑 你可以 您可以
我们可以 可以试试 可以尝试 可以先 可以多 可以把 试着 试试 尝试 能否 能不能 可否 可不可以 是否可以 要不要 要不 不如 商量一下 我们商定 我们约定 双方约定
约定好 我们说好 一起制定 一起梳理 一起看看怎么 一起想 一起练 一起过 一起做 制定计划 制定改进 改进计划 改进措施 整改 行动计划 下一步 下次 下次请 下次先
下次提前 下回 下回先 以后请 以后先 以后每次 以后遇到 以后可以 以后要 今后请 今后要 今后 从下周起 从明天起 从现在起 从本周起 从下个月起 下周起 下周开始
从下周开始 需要 需 需优化 需提升 需加强 需改进 需改善 需提高 需进一步 还需 还需要 仍需 应 应该 应当 应加强 应先 须 得先 要先 要多 多和 多与 多向 多听
多花 多用 有待 有待提高 有待加强 有待提升 有待改进 有待改善 还可以 还能更 还可以更 可以更 能更好 可以再 如果能 要是能 若能 会更好 更好 就更好了 就好了
更完美 更理想 更上一层楼 提醒自己 记得 把握 我会 我将 我计划 我打算 我来 我们来 由我 我给你 我帮你 我可以 我陪你 会安排 来安排 可安排 拟安排 安排一次
改为 改成 换成 想请你 想让你 想邀请你 想和你约定 希望下次 希望以后 希望今后 盼望 期望 期望你 加强 强化 提升空间 改进空间 进步空间 待改进 待提升 待加强
需加强的 放下手机 想跟你商量 重点提升 重点改进 需要改进 需要提升 需要加强 需要提高 能否在 可以吗 行吗 好吗 怎么样 如何改进 怎样避免 怎么避免 如何避免
怎么做到
please, could you, can you, would you, will you, could we, can we, shall we, let's, lets, let us, i suggest, i'd suggest, suggest, i recommend,
i'd recommend, recommend, i'd like you to, i would like you to, i'd love, i would love, i'd appreciate, i would appreciate, i want you to, i'd ask,
i ask that, i encourage, encourage you to, i'd encourage, next time, for next time, going forward, moving forward, in future, in the future,
from now on, try, try to, consider, think about, you could, you might, you may want, might want to, you should, we should, should, you need to,
we need to, needs to, need to, you'll need to, needs improvement, need improvement, needs more, room for improvement, area for improvement,
areas for improvement, opportunity to, agreed to, we agreed, agreed that, i will, i'll, we will, we'll, plan to, plans to, i plan,
how about, what about, what if, why don't we, why not, make sure, be sure to, remember to, don't forget to, aim to, aim for, would help,
would be great, would be better, would be helpful, would be good, it would help, it'd help, it would be, it'd be, would make, would benefit,
could benefit, can benefit, could improve, can improve, could be improved, needs work, need work, work on, focus on, be more, i'd like to see,
i would like to see, would like to see, like us to, my ask, my request, my suggestion, one suggestion, suggestion, recommendation, action item,
next step, next steps, action, action plan, improvement plan, set up, schedule a, i can help, happy to help you, happy to pair, happy to walk,
start by, starting next, starting monday, before the next, from next, by next, by friday, instead, want to, hope you, hope to see, encourage,
commit to, committed to, ask for help, better to, best to, ideally`},
	{class: asked, words: `建议过 提过建议 收集建议 提出建议 提了建议 建议被 的建议 条建议 合理化建议 请过 请了 请假 请见 请查收 请查阅 请知悉 请参阅 请悉知 请见附件 请教了 申请
邀请 响应 适应 应用 供应 相应 应对 反应 回应 对应 效应 应付 应急 应收 应届 需求 希望小学 已安排 安排了 我请 请客 安排的 安排得 安排合理 时间安排
工作安排 岗位要求 需求变更 按需 应答 应变 答应 报应 感应 供需 必需 急需 应聘 计划性 需要催 需要别人催 需要反复催 需要提醒 还需要人 有请 请示 请问 请求
不需要 无需 不用 供应商 应激 我会议
i try, i try to, we try, i suggested, you suggested, suggested, asked you to, i asked you, asked for, requested, recommended, agreed on, was agreed,
had agreed, as agreed, agreed with, no need to, need to be chased, needs to be chased, needs to be reminded, need to be reminded, needs constant,
need constant, requires constant, tried, trying, should have, should've, shouldn't have, could have, could've, need not, don't need to,
doesn't need to, you wanted to, set up to, needs to be told, need to remind, had to, you tried, no need for, your suggestion, your suggestions,
his suggestion, her suggestion, suggestions, needs no, will never, you'll never, you will never, should be ashamed, nobody should, what should,
in action, wanted to, you want to, i want to thank, just want to say, wanted to say, want to thank, i'd like to thank, i would like to thank`},
	{class: thin, words: `注意 注意点 注意一下 注意些 小心点 小心 上点心 用点心 认真点 加油 努力 继续努力 再接再厉 长点记性 好好干 好好想想 好好反省 反省 改改 改正 改一改
争取做好 做好 提高认识 重视
do better, be careful, try harder, fix this, fix it, keep it up, improve, shape up, get it together, pay attention, watch it, step it up`},
	{class: act, words: `rehearse, ask, bring, call, check, clarify, confirm, copy, cut, delegate, discuss, document, double-check, draft, escalate, flag, follow, give, keep,
invite, involve, leave, list, listen, loop, meet, mute, notify, pair, pause, plan, post, practice, practise, prepare, prioritise, prioritize,
proofread, pull, put, raise, read, record, reach out, remind, reply, report, request, reserve, review, run, schedule, send, set, share, shorten, show,
speak, split, start, state, stick to, stop, summarise, summarize, take, talk to, tell, test, timebox, track, update, use, verify, walk, write, add,
agree, allow, attach, avoid, begin, block, book, break, build, choose, close, come to, commit, create, define, do, ensure, explain, join, let, log,
make, move, name, note, offer, open, pick, provide, propose, remove, respond, save, sign up, simplify, spend, step, submit, switch, turn off, wait,
work with, wear, hesitate, assume, deploy, merge, push, approve, skip, ignore, blame, be, go, get, have, say, miss, lose, forget, give up, interrupt,
mind, trust`},
}

// compounds are words that no rule may take apart.
//
//nolint:misspell // a list, with the spellings that people use
var compounds = []vocabulary{
	{class: noun, words: `永远不要 永远别 永远不能 永远不得 什么 什么时候 回滚 老少 离心机 无能为力 爱莫能助 总结 总部 总经理 总监 总体 总计 总共 总额 总量 总分 总数 总裁
总的来说 总而言之 总之 总包 总装 总线 总账 总控 总集 总览 汇总 总工 总行 总公司 总负责 总目标 总成绩 总人数 总金额 总务 总理 总评 总编 老师 老板
老客户 老员工 老板娘 老人 老化 老家 老张 老王 老李 老刘 老陈 老赵 老周 老吴 老徐 老孙 老马 老朱 老胡 老林 老郭 老何 老高 老罗 老郑 老梁 老带新 老旧
老用户 老项目 老年 老系统 老朋友 老实 老练 老手 老同事 老大 老套 老化测试 老生 老牌 老版 老版本 老代码 古老 长老 影响力 影响因素 有影响力 影响范围
影响面 结果导向 结果显示 测试结果 评估结果 检查结果 考核结果 面谈结果 调查结果 结果页 结果集 滚动 滚筒 滚轮 翻滚 摇滚 滚雪球 滚动更新 滚动发布
滚动计划 垃圾邮件 垃圾分类 垃圾桶 垃圾回收 垃圾短信 垃圾数据 垃圾站 垃圾清运 垃圾车 垃圾袋 垃圾信息 清垃圾 倒垃圾 傻瓜式 傻瓜相机 不笨 不傻 菜单 菜品
蔬菜 菜市场 点菜 出菜 买菜 做菜 上菜 泡菜 种菜 净菜 菜系 菜价 炒菜 传菜 配菜 菜篮子 猪肉 养猪 生猪 猪场 猪舍 小猪 猪只 母猪 猪八戒 消极影响 用户故意
懒加载 被动语态 被动元件 被动防御 被动收入 被动式 混合 混淆 混凝土 混编 混音 搅混 混剪 混搭 混响 笑话大赛 讲笑话 渣打 炉渣 残渣 豆腐渣 渣土 煤渣 贱卖
神经网络 神经外科 神经内科 神经元 有病假 病假 有病人 有病毒 有病例 变态发育 恶心呕吐 恶心症状 屎尿 幼儿园项目 幼儿园客户 幼儿园家长 幼儿园老师
什么东西都 什么东西没 屏幕 屏蔽 不配合 不配套 不配送 人力 人员 人事 人次 人民 人均 人工 人才 人群 人手 人家 人数 客人 工人 别人 本人 众人 人名 病人
机器人 负责人 联系人 主持人 申请人 候选人 经办人 责任人 新人 人脉 人气 人机 人选 人体 人为 人物 法人 审批人 个人 好人 差异 差旅 差额 误差 偏差 差价
差不多 差别 差距 出差 时差 差评 差错率 落差 差点 差一点 方差 色差 温差 价差 公差 参差 极差值 少数 至少 少年 不少 多少 少有 少儿 减少 减少了 缺少 很少
晚上 晚会 晚餐 晚班 晚间 晚安 今晚 当晚 晚点名 傍晚 早晚 推荐 推动 推进 推广 推出 推送 推行 推动了 推算 推导 推演 推理 推文 推拉 推特 推迟 乱码 忙乱
混乱 骂名 拖车 拖拽 拖鞋 拖动 拖把 托盘 理由充分 催化 催收 催款 催办 针对 针对性 针对客户 错误率 错误码 错误日志 错误信息 缺口 缺陷 缺陷率 缺货
缺一不可 漏斗 漏洞 漏斗图 漏水 漏电 躲避球 消失模 随意组合 抢修 抢险 抢救 抢单 争抢 抢答 慢查询 慢跑 缓慢 慢性病 聊天工具 聊天机器人 聊天记录 临时工
临时表 临时变更 临时需求 临时任务 临时会议 临时文件 无理由 应付款 应付账款 应付职工 睡眠 推拿 拒绝率 能源 能力 能耗 能见度 功能 性能 智能 技能 可能
效能 产能 节能 能量 能手 职能 可能会 才能 不能 就能 交通 交易 交付 交接 交流 交叉 交班 提交 社交 交换 交代 外交 改善 改革 改造 改变 改版 更改 修改
改期 听力 听证 听写 听说 听众 打听 听起来 助听器 帮扶 帮凶 稳步 肯定 愿景 陪审 陪同 交给 交互 交警 交货 能否 非常 非遗 非标 非法 除非 非正式 非必要
非工作 非洲 并非 无线 无人 无锡 无论 无缝 无尘 无纺 无损 无障碍 别的 特别 级别 类别 性别 分别 别墅 区别 识别 个别 鉴别 别出心裁 未来 未必 没问题
没关系 不过 不仅 不但 不同 不断 不管 不论 不妨 不错 不久 不久前 不得不 不好意思 不只 不光 不含 不限 不止 不足 不客气 不锈钢 不可避免 不可或缺 不动产
不亚于 不遗余力 不厌其烦 不辞辛苦 不骄不躁 不卑不亢 不怕 不怕苦 不计较 不计个人得失 不计报酬 不畏 不慌不忙 不急不躁 不折不扣 不负众望 不懈 不懈努力
不拘一格 不忘 不忘初心 不惜 不甘落后 不耻下问 不留死角 不言败 不服输 不打折扣 不推诿 不抱怨 不敷衍 不掉链子 不懒 不差 不坏 不马虎 不粗心 要求高
要求严格 重要 主要 需要 要点 纪要 概要 摘要 要素 要不 只要 要么 必要 想要 还要 简要 扼要 要件 要务 要是 要领 将要 快要 总要 要强 要好 时间 时长 时效
时效性 时段 时机 时代 时候 时刻 时常 同时 及时 准时 按时 实时 临时 随时 小时 工时 平时 定时 当时 时事 时速 用时 耗时 计时 时薪 时尚 时而 时不时 有时
前端 前台 前期 前提 前置 前景 前辈 前面 前线 前往 前年 前后 提前 目前 前三 前十 前列 前茅 名列前茅 之前 当前 以前 前瞻 前瞻性 前任 前途 后台 后端 后期
后续 后果 后勤 后面 后来 后备 售后 后台显示 最后 后者 后天 后悔 后退 落后 后劲 后半 后段 然后 后排 幕后 前后端 应用程序 为什么 作为 行为 因为 为了
认为 成为 以为 为主 为何 为期 为止 为人 为难 为首 称为 分为 将军 将来 即将 将近 把关 把控 把握 把手 把柄 到位 到期 到底 到场 到处 到达 到岗 到访 达人
达不到 发票 发展 发现 发布 发货 开发 研发 发言 发挥 发生 发起 发放 触发 发货单 带宽 带来 带教 带头 被子 被套 被告 过程 过度 过多 过于 通过 超过 过渡
过期 过滤 过错 过去 过年 过分 过硬 过关 过敏 过户 过来 错过 难过 经过 过往 太过 了解 了不起 除了 了结 罢了 未了 不得了 受不了 免不了 大不了 了然 提升
提高 提供 提醒 提成 提货 提案 提问 提议 提纲 提示 提取 提炼 提单 提拔 提倡 提名 错落 错峰 错位 错综 提防 这样吧 这样做 这样才能 这样可以 这样会
这样下次 这样大家 这样的方案 这样的结果 这样的成绩 这样的安排 累计 累积 积累 日积月累 压力测试 压力容器 压力表 高压力 风险点 风险控制 风险管理
风险评估 风险提示 团队建设 团队合作 团队协作 直接上级 直接下属 直接领导 直接客户 结果 表扬 无所不能 好意 一般纳税人 骄人 骄傲的成绩 值得骄傲 引以为傲
让人骄傲 为你骄傲 冷静 冷链 冷库 冷启动 奇葩说 高傲 存心得 小人物 大小人 存心 别总说 有没有可能 不像话 笨重 笨拙 笨方法 笨办法 笨功夫 笨鸟先飞
没人说你 没有人说你 谁说你 狗粮 热狗 狗狗 宠物狗 天狗 多余的 傻笑 猪年 丢单 丢件 丢失 丢包 顺便 顺序 顺利 顺手 顺丰 重启 走神 敷衍 蠢蠢欲动 丢人事
敏感数据 敏感信息 懒人包 懒人 独断 独到 强势增长 强势反弹 强势领域 强势品牌 弱势 强势 佛系 计较 混日 机车车间 机车乘务 机车维修 机车检修 铁路机车 白领
养你的 天真 天真烂漫 态度好 态度端正 态度积极 态度认真 态度很好 态度不错 服务态度好 心态好 心态积极 心态平和 能力强 能力出众 能力突出 执行力强
沟通能力强
as always, not always, isn't always, aren't always, wasn't always, don't always, doesn't always, didn't always, can't always, won't always,
haven't always, hasn't always, nearly always, never mind, never-ending, never ending, never too late, now or never, better late than never,
once and for all, hardly ever, rarely ever, for ever and ever, happily ever after, always-on, always on call, never seen anyone,
never seen anything like, never been better, never been stronger, never looked better, never been prouder, never been happier, never been more,
never doubt, never in doubt, nevertheless, never stop learning, never lose sight, never say never, could never have, couldn't have done,
can never thank, every time zone, at any time, any time zone, without exception handling, fool-proof, foolproof, no fool, no dummy, no pushover,
smart ass, garbage collection, garbage collector, garbage data, garbage in, garbage day, trash can, trash bin, dumb terminal, dumb luck, dumb down,
dumbed down, dummy data, brain drain, brain trust, brainstorm, brainstorming, brain surgery, crazy busy, crazy good, like crazy, crazy hours,
crazy week, crazy deadline, crazy deadlines, insane workload, insane hours, insane deadline, nuts and bolts, rat race, sheep dip, pig iron, guinea pig,
monkey patch, monkey testing, monkey patching, snake case, snake_case, clown car, chaos monkey, dinosaur park, joke aside, jokes aside,
stupid questions, no stupid question, stupid question, no such thing as a stupid, dumb question, dumb questions, foolish mistake, lazy loading,
lazy load, lazy-load, lazy evaluation, lazy-loaded, lazy initialization, lazily, negative test, negative tests, negative feedback, negative reviews,
negative numbers, negative balance, false negative, aggressive deadline, aggressive deadlines, aggressive timeline, aggressive timelines,
aggressive schedule, aggressive target, aggressive targets, aggressive goal, aggressive goals, aggressive growth, aggressive caching,
emotional intelligence, passive voice, passive income, passive candidates, weak password, weak passwords, weak reference, weak spot, weak signal,
slow query, slow queries, slow start, slow response, slow release, slow down, hostile environment, toxic waste, toxic material, toxic materials,
toxic chemicals, entitled to, stubborn bug, stubborn bugs, stubborn issue, stubborn problem, dull moment, controlling for, controlling costs,
version controlling, cost controlling, fake data, fake news, petty cash, ego-free, no ego, low ego, without ego, at risk, ass-saving, rude customer,
rude customers, rude client, difficult customer, difficult customers, difficult client, difficult conversation, difficult conversations,
angry customer, angry customers, angry client, poor performance of, poor network, poor connection, poor quality, bad data, bad luck, bad news,
bad weather, not bad, not a bad, not too bad, no problem, no doubt, no longer, no issues, no complaints, no matter, not only, no worries, no wonder,
not just, no later, no fewer, no less, no more than, why not, if not, whether or not, a lot, last, least, at least, next, well-known, wellness,
well as, as well, as well as, well before, clear all, call center, call centre, on-call, on call, conference call, call queue, test environment,
test coverage, good morning, best practice, best practices, better than, meeting room, meeting notes, impact assessment, impact analysis, high impact,
high-impact, low-impact, big impact, fine-tune, fine print, action movie, action items closed, action items, affiliate, read-only, set of, data set,
put option, short-term, short term, in short, short notice, short of, directly responsible, direct report, direct reports, directly to, must-have,
would-be, will-power, could be, could not, should be, missing value, missing values, missing data, copy editor, hard copy, copy of, hardcopy,
thin client, plan b, plan of, close to, closely, close-knit, share price, market share, own the, on my own, on your own, on his own, on her own,
on their own, of your own, your own, his own, her own, their own, its own, our own, my own, look at, looks like, look forward, looking forward,
look like, treat you, act on, act fast, stop gap, break-even, lunch break, break down, broke it down, breaks down, breaking down, break through,
coffee break, return on, return policy, bring up, test run, run rate, cut-off, cutoff, leave request, annual leave, sick leave, on leave,
parental leave, maternity leave, over and over, lead time, leads, lead generation, lead to, led to, leads to, leading to, lead the, read receipts`},
}
