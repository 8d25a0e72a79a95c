package wording

// absolutes say of all cases what was true of some.
var absolutes = []vocabulary{
	{class: ever, words: `总是 总 永远 永远都 天天 时时刻刻 无时无刻 每天 每天都 每天就 事事 处处 凡事 样样 什么都 什么事都 啥都 啥事都 什么也 啥也 每件事都 每件事情都 任何事都
任何事情都 次次 回回 次次都 向来 一向 历来 从来都 从来就 从来都是 一贯 总归 每日 每周都 每个月都 每月都 所有事都 无论什么事 不管什么事 什么时候都
任何时候都 日日 成日 不论何时 每一件事 总系 永遠都係 每份报告都 没完没了地 每样 任何反馈 凡是 但凡 无论什么 不论什么 不管什么 无论何时 无论交代什么
无论谁 不管谁 哪件
always, at all times, forever, every day, every week, every single day, every meeting, every single meeting, invariably, without fail,
without exception, 24/7, day in day out, each and every day, every morning, everything you do, everything you touch, each day, alway, allways,
perpetually, in every meeting, in every single meeting`},
	{class: each, words: `只要一 只要一碰到 只要一遇到 只要一有 每次 每次都 每回 每回都 每一次 每一次都 每一回 每每 每逢 每当 哪次 哪回 每趟 哪一次
every time, every single time, each time, each and every time, everytime, any time, anytime, whenever, every single, each single time`},
	{class: steady, words: `一直 一直都 一直在 始终 不停 不停地 不断 反反复复 时时 全程 从头到尾 自始至终 长期 一路
constantly, continually, continuously, the whole time, the entire time, nonstop, non-stop, persistently, relentlessly, incessantly, endlessly,
repeatedly all along, all along`},
	{class: nagging, words: `老是 老爱 老喜欢 老说 老忘 老拖 老不 老没 老跟 老把 老让 老在 老迟到 老出错 老抱怨 老找借口 老推 老要 老等 动不动 动不动就 一天到晚 整天 整天就 成天
成天就 整日 整天都 成天都 每天就知道 每天只知道 每天就会 天天就知道 总喜欢 总爱 就知道 只知道 一天到晚就知道 整天就知道 整天只顾 整天只管 成天只顾
一天到晚只顾 成天就知道 三天两头 隔三差五 没完没了 哪次不是 哪次不 哪回不是 哪回不 从早到晚 一年到头
all the time, all the freaking time, all the damn time, all day long, day in, all day every day, every chance you get, every bloody time,
every damn time, every freaking time`},
	{class: never, words: `从不 从来不 从来没 从来没有 从没 从没有 从未 从未有过 从来不会 从不会 从来就不 从来就没 从来就没有 从来都不 从来都没 从来都没有 永远不 永远不会
永远没有 永远都不 永远都不会 永远都没 永远听不进 永远学不会 永远做不 永远等不到 永远指望不上 没有一次 没一次 就没有一次 一次都没 一次也没 一次都没有
一次也没有 一次都不 一次也不 没有哪次 没有一回 没一回 没有一天 没一天 没有一件 没一件 没有一份 没一份 一件事都 一件事也 一件都没 一件也没 一句都不
总不 总没 从来唔 从来冇 从来也没 从来也不 从来也没有 向来不 一向不 历来不 任何时候都不 什么时候都不 永不 绝不 什么都不 什么也不 什么事都不 什么都没
什么也没 啥也不 啥都不 啥事都不 啥事不 什么忙都不 没加过一次 没来过一次 没做过一次 没有过一次 没有一次是 没交过一次 没有哪件 没哪次 没有哪回 没有一样
没一样 次次都不 回回都不 总也不 一直不 一直没 一直没有 从来冇試過 没有任何一次 没有任何一件
never, never ever, not once, never once, not a single time, not one time, not a single day, at no time, not ever, has yet to, have yet to`},
	{class: never | other, words: `nobody ever, no one ever, no-one ever, nothing ever, nothing ever gets, nothing is ever`},
	{class: never, words: `没有一个 没一个 没有哪个 没有一单 没一单 没有一条 没一条 没有一项 没一项 没有一节 没一节 没有一班 没一班 没有一场 没一场 没有一张 没一张 没有一处 没一处 没有一句 没一句 没有一周 没一周 没有一个月 没有一篇 没一篇 没有一批 没一批 没有一趟 没一趟 没有半次 一回都没 一回也没 一回都没有 一回也没有 一单都没 一份都没 一份也没 一天都没 一天也没 一个都没 一个也没 压根不 压根没有 压根就不 压根就没 半次都没 半句都没 一声都不 一声不 几时都不 从来见不到 从来看不到 从来见不着 从来找不到 从来听不到 从来收不到 从来等不到 从来交不 从来做不 从来对不 从来唔会 从来冇 几时都冇 永远见不到 永远找不到 永远收不到 永远等不到 永远对不上 永远改不了 永远交不 永远慢 打死不 死活不 就是不肯`},
	{class: ever, words: `从来 从来就是 永远都是 永远是 永远在 向来都 历来都 向来都是 一向都 一向都是 一贯都 总归是 月月 周周 年年 班班 句句 件件 件件都 处处都 时时 逢会必 逢事必 逢人就 逢人便 见人就 遇事就 遇事必 一到关键时刻就 一有事就 一出事就 一出问题就 一忙就 一说就 一问就 一催就 一批评就 一碰到问题就 一遇到问题就 一谈到 每个班 每班 每班都 每个会 每个会都 每场会 每单 每单都 每份 每份都 每件 每件都 每一单 每一份 每一件 每一天 每一班 每一个会 每个项目都 每个季度都 每个星期 每个星期都 每个礼拜 每星期 每晚 每晚都 每早 成世 长年累月 常年 一年四季 任何时候 任何场合 任何会议 随时随地都 百分之百都 十次有九次 十次里九次 十有八九 无一例外 没有例外`},
	{class: nagging, words: `次次如此 回回如此 天天如此 一贯如此 历来如此 向来如此 从来如此 永远如此 随便哪天 随便哪次 随便什么时候 随便哪一天 随便哪个 成日 成日都 日日都 晚晚 永远一副 永远一个 永远是那 永远是这 总是一副 总一副 哪天不是 哪天不 哪天没 哪周不是 哪周不 哪个月不是 哪个月不 哪一次不是 哪一次不 哪一回不是 哪一天不是 哪一天不 哪次没 哪回没 哪件不是 哪件事不 哪单不是 哪单不 哪份不是 何曾 几时试过 何时不是 一天天的 一天到晚就 整天到晚 从头到晚 老系 总系 又是这样 又来这套 三天两头就 三不五时 动辄 动辄就 一言不合就 老拿 老嫌 老摆 老装 老躲 老甩 老骂 老怼 老抢 老打断 老缺 老改 老给 老叫 老问 老念 老嘟囔`},
	{class: each, words: `every shift, every sprint, every standup, every stand-up, every deadline, every handover, every release, every planning cycle, every cycle, every call, every meeting of ours, every morning meeting, every month, every quarter, every week of, every friday, every monday, every tuesday, every wednesday, every thursday, every weekend, every night, every project, every review, every lesson, every class, every round, every retro, every demo, every project so far, every single shift, every single week, every single day of, every single deadline, every single meeting, every single call, every single month, every single morning, every single night, every one of your, every one of his, every one of her, every last, each and every, every other day, nine times out of ten, ten times out of ten, week after week, day after day, month after month, time after time, time and time again, time and again, shift after shift, meeting after meeting, year after year, sprint after sprint, over and over again, no matter what, no matter how often, no matter when, no matter who, under any circumstances, from day one, since day one, since the day, as usual, as ever, same old, without exception every`},
	{class: never | other, words: `nobody has ever, no one has ever, nobody's ever, no one's ever, nobody here has ever, no one here has ever`},
	{class: nagging, words: `only ever, can't go one, can't go a day, can't go a week, can't go an hour, can't go five minutes, can't get through a, can't get through one, only ever shows up, only ever turns up, only ever comes, only ever calls, cannot go one, cannot go a day, chronically, eternally`},
	{class: ever, words: `permanently, everything he touches, everything she touches, everything he does, everything she does, everything he sends, everything she sends, everything you send, everything you write, whatever you touch, whatever he touches, whatever she touches`},
	{class: never, words: `never seen to, never has, never have, never had, never does, never did, never will, never would, never bothers to, never bothered to, never bothers, never bothered, not on one occasion, on no occasion, not one single, not one of your, not one of his, not one of her, not even once, never yet, under no circumstances does, in no case`},
	{class: never | each, words: `not a single, there isn't a single, there is not a single, there hasn't been a single`},
	{class: never | you, words: `nothing you, not one of your, none of your, not a single one of your`},
	{class: whit, words: `一点都不 一点也不 一点不 一点都没 一点也没 一点都没有 一点也没有 丝毫不 丝毫没有 半点都不 半点不 半点也不 完全不 根本不 压根不 压根儿不 压根就不
根本就不 压根没 根本没 全然不 全都不 一概不 一律不
not in the least, not at all, not one bit`},
}

// signals tell whether what is said of a person is praise or blame, and what takes it back.
//
//nolint:dupword,misspell // a list, with the spellings that people use
var signals = []vocabulary{
	{class: bad, words: `失望 生气 寒心 添堵 废话 白本子 白卷 零分 复制 照搬 抄去年 迟到 晚到 早退 旷工 缺席 缺勤 迟交 晚交 拖 拖延 拖到 拖拖拉拉 拖拉 拖后腿 拖欠 磨蹭 抱怨
推卸 推诿 推脱 推 推给 推来推去 甩锅 甩给 借口 找借口 找理由 理由 打断 插嘴 抢话 抢功 忘 忘记 忘了 漏 漏掉 遗漏 出错 犯错 搞错 搞砸 弄错 写错 算错
做错 失误 差错 错误 返工 敷衍 应付 糊弄 马虎 粗心 大意 偷懒 摸鱼 逃避 躲 躲着 躲避 忽视 无视 忽略 不顾 顶嘴 争吵 吵架 发火 发脾气 发飙 骂人 骂 吼
甩脸色 摆脸色 摆臭脸 黑脸 冷嘲热讽 阴阳怪气 嘲笑 挖苦 指责 责怪 埋怨 批评别人 否定 泼冷水 唱反调 挑刺 挑毛病 找茬 抬杠 强词夺理 狡辩 辩解 撒谎 说谎
隐瞒 骗 食言 失约 爽约 放鸽子 变卦 反悔 掉链子 超时 延期 延误 逾期 拖期 误事 耽误 临时 最后一刻 最后一分钟 半途而废 三分钟热度 虎头蛇尾 丢三落四 乱
乱七八糟 乱来 随便 随意 擅自 自作主张 自说自话 自己说了算 一意孤行 我行我素 独断 独断专行 说一套做一套 出尔反尔 斤斤计较 计较 挑肥拣瘦 慢吞吞 慢半拍
慢 磨洋工 玩手机 看手机 刷手机 闲聊 聊天 打瞌睡 睡觉 走神 心不在焉 不耐烦 冷漠 傲慢 摆架子 高高在上 自私 犹豫 退缩 放弃 添乱 添麻烦 惹麻烦 出问题
出岔子 捅娄子 犯 重复犯 出状况 状况外 缺 少 差 晚 没人 抢 抢着 争功 邀功 居功 吹牛 说大话 画饼 空话 说空话 打官腔 失联 玩消失 消失 不了了之 石沉大海
已读不回 爱理不理 借故 请假 压榨 藏私 推辞 红脸 含糊 喊累 叫苦 叫累 嫌累 懈怠 松懈 掉队 失手 翻脸 摆谱 耍赖 不沾 最后一天 第三遍 两遍 三遍 好几遍 催三
才动 才肯 才给 变成争吵 变成 事不关己 偏心 偏袒 双标 翻旧账 哭 催 要催 等着 干等 让别人 让大家等 等别人 靠别人 麻烦别人 问题一堆 一堆问题 bug 扯皮
这样 这个样子 这副样子 这种态度 如此 老样子 草率 应付了事 缺斤少两 交不出 交不上 对不上 赖 赖账 顶撞 炫耀 抄 照抄 抄袭 甩手 撂挑子 踩点 卡点 只顾 只管
只想 只会 打马虎眼 模棱两可 含糊其辞 和稀泥 越级 越权 情绪化 失控 泄露 打小报告 说闲话 八卦 挑拨 添油加醋 跟不上 迟迟 贪小便宜 耍脾气 闹情绪 使性子
自以为是 目中无人 唉声叹气 发牢骚 牢骚 消极 悲观 偏题 跑题 啰嗦 长篇大论 拒绝 说不 回避 避重就轻 事后 马后炮 嫌 嫌弃 看不起 瞧不起 贬低 欺负 打压 针对
刁难 为难 踢皮球 打太极 超支 浪费
late, last minute, at the last minute, last-minute, excuse, excuses, an excuse, wrong, mistakes, errors, typos, rude, sloppy, careless, unprepared,
behind, behind schedule, overdue, tardy, absent, distracted, defensive, negative, dismissive, condescending, sarcastic, aggressive, moody, unavailable,
missing, a mess, messy, disorganised, disorganized, drama, problems, trouble, like this, this way, the same mistake, the same mistakes, shrug, a shrug,
silence, radio silence, eye roll, eye rolls, runaround, the runaround, nowhere to be found, nowhere, fight, a fight, attitude, blank stare, crickets,
on your phone, your way, chaos, blame, credit, fault, shortcuts, corners, over people, over others, over everyone, to be reminded, to be chased,
to be told, to chase, to remind, to redo, to fix your, to clean up, too late, too long, at the expense, half-finished, half finished, half done,
half-done, incomplete, unfinished, unreliable, lazy, broken, disrespectful, a problem, slow, negatively, grumpy, angry, bad, poorly, badly, worse,
useless, dishonest, selfish, impatient, vague, confused, confusing, out of the office, off topic, off-topic, up late, hanging, guessing, in the dark,
under the bus, a chore, weeks late, days late, hours late, minutes late, your own agenda, yourself first, anyone else's, nothing, the easy way out,
the easy tasks, the easy ones, pushback, someone else, to someone else, the dull, somebody else, others to do, other people's, goes wrong, breaks,
something breaks, falls apart, goes south, on fire, things up, it up, over me, me off, us down, people down, the ball, the deadline slips, low quality`},
	{class: bad, verbs: true, words: `interrupt, ignore, complain, whine, moan, gripe, blame, delay, procrastinate, avoid, dodge, forgett, derail, miss, fail, argue, criticize, criticise,
dismiss, refuse, reject, overpromise, underdeliver, overrun, micromanage, gossip, belittle, mock, ridicule, undermine, sabotage, yell, shout, snapp,
bully, exaggerate, neglect, overlook, mess up, screw up, slack, slack off, stall, slipp, waste, disappear, vanish, bail, backtrack, flake, flake out,
bottleneck, contradict, dominate, monopolize, monopolise, bulldoze, talk over, cutt corners, cutt people, cutt others, cutt me, throw people,
pass the buck, point fingers, roll your eyes, drag, drag your feet, dropp the ball, lose, break, disrespect, distract, disrupt, disregard, deflect,
resist, override, overreact, humiliate, embarrass, hide, lie, cheat, steal, quit, quitt, give up, walk out, change your mind, push back, push your,
dump, hog, wait until, leave it, leave things, leave work, leave early, leave us, let people down, let us down, lett me down, rush, skipp, ghost,
jump to conclusions, make excuses, make mistakes, make the same, make everything about, make things, make it about, make us, take credit,
take the credit, play favorites, play favourites, show up late, turn up late, arrive late, come in late, come late, run late, submit late,
deliver late, join late, start late, brush off, pick fights, start arguments, put things off, put off, put it off, put yourself, think about yourself,
need chasing, need reminding, need someone, expect others, expect everyone, expect us, choose the easy, take forever, take shortcuts, second-guess,
shift the, shirk, evade, nitpick, ramble, mumble, sulk, panic, reopen, nag, cancel, leave, hesitate, struggle, overspend, underestimate, overcommit,
cancell, reschedule, postpone, go silent, go over, go around, go behind, act like, act as if, treat, look down on, walk away, stopp, settle for, burn,
hurt, overstep, misplace, mislead, misunderstand, misspell, copy`},
	{class: bad, words: `cancelled, cancelling, left, do this, does this, doing this, do this to me, call in sick, calls in sick, called in sick, talk down, talks down, talking down, talked down, know best, knows best,
let a, let anyone, let anybody, let customers, let people down, lets people down, let it slip, lets anyone, lets a, forget, forgets, forgot, forgotten,
forgetting, broke, broken, lost, lied, lying, hid, quits, stole, stolen, gave up, left early, took credit, took forever, went silent, made excuses,
threw, throws, threw people, ran late, came late, came in late, told off`},
	{class: good, words: `及时 第一时间 主动 认真 耐心 细心 细致 仔细 准时 按时 按期 如期 提前 准点 守时 负责 负责任 帮助 帮 帮忙 支持 协助 配合 微笑 积极 热情 热心 乐于 愿意
乐意 专业 高效 高质量 保质保量 出色 优秀 完美 清楚 清晰 清清楚楚 到位 周到 体贴 踏实 扎实 稳定 稳 靠谱 可靠 值得 感谢 谢谢 点赞 表扬 称赞 赞 冲在 带头
挺身而出 任劳任怨 兢兢业业 一丝不苟 尽心尽力 全力以赴 复核 核对 检查 验证 总结 分享 带新人 答疑 指导 鼓励 倾听 听取 尊重 理解 体谅 为团队着想
替别人着想 想在前面 考虑周全 顾全大局 完成 超额 达标 达成 兑现 说到做到 言出必行 虚心 谦虚 好学 学习 进步 突破 创新 有条不紊 井井有条 冷静 沉着 从容
解决 搞定 化解 最早 最后一个离开 加班 坚持 坚守 保持 保证 确保 响应 反馈 汇报 报告进度 同步 沟通 回复 回应 承认 参加 参与 发言 改 改进 改正 更新 提交
做到 做好 遵守 通知 告知 知会 打招呼 说明 解释 准备 预习 复盘 记录 备份 测试 自测 跟进 落实 执行 反思 道歉 认错 听 关心 在乎 用心 上心 尽责 站出来
承担 补位 顶上 做出贡献 贡献 惊喜 好评 第一个到 到最后 最快 最好 漂亮 利落 干净 漂漂亮亮 贴心 随叫随到 有求必应 笑脸 温和 友善 和气 礼貌 客气 大方
公正 公平 一视同仁 严谨 精准 准确 无误 学得快 肯 敢于 善于 擅长 愿 最可靠 救火 努力 厉害 牛 给力 聪明 能干 棒 挺棒 真棒 总能 总会 能 能把 能够 都能
辛苦 辛苦了 保质 留出 讲清楚 理清 帮大家 乐观 照顾 陪 陪伴 加油 赶到 到场 在场 顺利 满意 放心 安心 让人放心 很好 很棒 不错 出彩 井然有序
count on, counted on, rely on, relied on, there for, role model, a star, an asset, asset, valued, valuable, a joy, on time, ahead of schedule, early,
helpful, willing, ready, available, calm, kind, patient, polite, prompt, promptly, thorough, thoughtful, prepared, well prepared, reliable, dependable,
supportive, positive, professional, respectful, friendly, cheerful, generous, organised, organized, proactive, proactively, great, good, excellent,
outstanding, best, better, clear, clearly, smile, a smile, extra mile, high quality, high-quality, first to, the first to, go-to, timely, in time,
punctual, accurate, considerate, open to, happy to, eager, accountable, constructive, diligent, impressive, impressed, admire, appreciate, grateful,
thanks, thank, kudos, congratulations on, congratulations, congrats, congrats on, nice work, good job, great job, well done, way to go, bravo, wow,
creative, insightful, dedicated, committed, composed, approachable, steady, up to date, up-to-date, careful, carefully, a pleasure, generously,
gracious, fair, honest, transparent, responsive, on track, above and beyond, well, ownership, responsibility, accountability, initiative, attention,
in advance, up front, our best, her best, his best, your best, their best, new ideas, a solution, solutions, your word, your promises, promises,
one step ahead, room for, everyone's, with care, credit to, credit where, exceptional, exceptionally, flawless, flawlessly, immaculate, spotless,
quick to, quick, quickly, fast, tidy, neat, trusted, concise, strong`},
	{class: good, verbs: true, words: `help, support, assist, volunteer, share, mentor, coach, teach, encourage, praise, celebrate, listen, respond, reply, answer, deliver, complete, finish,
meet, exceed, improve, document, prepare, communicate, explain, clarify, check, double-check, review, test, follow up, follow through, ensure, care,
respect, thank, welcome, acknowledge, apologize, apologise, admit, learn, ask, inform, notify, update, contribute, participate, attend, collaborate,
cooperate, offer, solve, resolve, bring solutions, bring donuts, bring, keep calm, keep us, keep the, keep everyone, keep people, keep your, keep his,
keep her, stay, stepp up, find a way, find time, go the extra, go above, go out of, make time, make sure, make people feel, make everyone feel,
make the team, makes me feel, take time, take notes, take the time, take ownership, take responsibility, take feedback, show up, show respect, greet,
inspire, lead, accept, own, hand in, submit, read, anticipate, spott, catch, flagg, remember, raise, credit, give credit, give us, honour, honor,
commit, maintain, manage to, put others, put the team, put the customer, put customers, think ahead, plann, try, tell the truth, treat everyone,
treat people with, treat customers with, come prepared, arrive early, come early, come on time, arrive on time, turn up on time, hitt, look for ways,
look out for, hold yourself, adapt, deal with, handle, smile, close, consult, involve, include, engage, return, look, write, proofread, attach, cleann,
clean up, cc, warn, backs up, back up, say thank, say thanks, say sorry, say good morning, let us know, lett me know, lett people know, pay attention,
give feedback, give notice, take my advice, take advice, take it seriously, take the blame, plan ahead, turn up, pick up, call back, call`},
	{class: good, words: `met, taught, led, kept calm, kept us, found time, brought, made time, took time, took responsibility, went out of, thought ahead, gave credit, held,
told the truth, read, wrote, caught, hit`},
	{class: good, words: `零误差 零差错 零缺陷 守住 守时 办成 做成 做完 做对 落地 像样 完整 齐全 能用 合格 过关 写对 填对 算对 兑现过 交齐 交全 对得上 拿得出 拿得出手 说清 说清楚 写清 写清楚 听懂 打扫 关门 锁门 戴好
grew, rose, climbed, beat, delivered, fit for use, complete, completed, usable, finished, correct, correctly, right`},
	{class: bad, words: `议论 背后议论 说坏话 嚼舌 嚼舌根 诋毁 中伤 传闲话 红过脸 红眼 冷脸 大声 往后缩 后缩 往后躲 玩失踪 失踪 人影 返一遍 返两遍 重来一遍 对不平 乱糟糟 脸色 脸子 追着你 追着他 追着她 追着要 盯着催 跟在后面催 提醒他 提醒她 催着 擦屁股 补窟窿 兜底 怨言 驳嘴 拗颈 发烂渣 赖床 赖皮 超过预算 超预算 超标 超期 超额支出 走样 出纰漏 纰漏 捅篓子 闯祸 惹祸 出岔 出洋相 丢人 丢脸 掉单 漏单 漏检 漏记 漏报 漏接 漏填 漏签 错发 错填 错记 错单 少发 少记 多收 乱发 乱放 乱写 乱填 乱讲 乱说 乱改 乱扔 乱丢 乱叫 乱停 不到 不来 不接 不回 不看 不写 不交 不填 不做 不听 不说 不改 不带 不给 不管 不报 不讲 不问 不查 不签 不戴 不清 不肯 不理 不答 不收 不擦 不关 不锁 不盖 见不到 看不到 看不见 找不到 找不着 见不着 听不到 收不到 对不齐 交不齐 做不完 完不成 赶不上 来不了 靠别 推给 推到别人 推给别人 推给新人 推给我 推三推四 往外推 往别人 怼 怼人 怼客户 呛 呛人 呛声 吼人 训人 凶 凶人 骂骂咧咧 嘟囔 抱怨 嫌这嫌那 挑三拣四 打发 应付差事 装病 装死 装傻 装没看见 当没看见 当耳旁风 当耳边风 左耳进右耳出 抛诸脑后 姗姗来迟 迟交 迟报 迟回 迟一 晚交 晚到 晚点 晚回 慢腾腾 磨 磨洋 拖 拖稿 拖交 拖账 赊 吃回扣 改口 反口 赖着 甩给 甩给我 甩给别人 丢给 丢给我 丢给别人 抛给 撒手 撒手不管 一走了之 早退 旷工 旷课 溜 溜号 开小差 打盹 打游戏 玩游戏 看视频 刷视频 打私人电话 空着手 两手空空 空手 空手来 瞎改 瞎写 瞎搞 瞎指挥 搞得 弄得`},
	{class: bad, words: `raised her voice, raised his voice, raised your voice, raises her voice, raises his voice, raise your voice, bored, lose his temper, lost her temper, lost his temper, lost your temper, needs redoing, need redoing, needs fixing, needs checking twice, has to be redone, has to be checked twice, comes back wrong, turns into a, blown, blew, redoing, scrap, astray, went astray, went missing, gone missing, wasted, turned away, unhappy, chased, being chased, to beg, beg for, blank, empty, unanswered, unread, unsigned, unchecked, untested, unlabelled, unlabeled, unlocked, undone, unwashed, dirty, filthy, off-topic, ill-prepared, under-prepared, underprepared, empty-handed, half-empty, an attack, as an attack, a personal attack, as criticism, a favour, somebody else's, everybody else's, no show, a no-show, no-show, on edge, in tears, a crisis, a fire drill, an emergency, a battle, like pulling teeth, an argument, a row, a tantrum, an afterthought, bottom of the list, left out, wrong end, wrong file, wrong version, wrong place, wrong date, wrong folder, off on a tangent, off the point, past the deadline, past deadline, after the deadline, short of, down to the wire, last to arrive, last one in, last to know, first to leave, first out the door, out the door, nobody else, too busy, not there, not ready, not prepared, off sick, elsewhere, in a mood, a sulk, huff, in a huff, eye-rolling, sighing, tutting, scrolling, texting, on the phone to your, my idea, my ideas, our ideas, me to it, to me, on me, on us, onto me, onto us, onto others, on others, on everyone else, on everybody else, on someone else, to others, to everyone else, to the team, at me, at us, at people, at staff, at colleagues, at the team, at others`},
	{class: bad, verbs: true, words: `offload, palm off, pile, snap, snipe, sigh, scowl, sneer, grumble, bicker, squabble, nitpick, undercut, backstab, badmouth, bad-mouth, scapegoat, patronise, patronize, condescend, intimidate, harass, pester, hound, wriggle out, weasel out, skive, slink, slope off, sneak off, sneak out, knock off early, clock off early, drift, dawdle, dither, waffle, drone, drone on, grandstand, hijack, gatekeep, hoard, withhold, conceal, fudge, fake, bluff, fib, overcharge, undercharge, misfile, mislabel, misquote, misreport, misread, botch, bungle, fumble, flub, wreck, spoil, ruin, trash, brush me off, brush us off, wave me away, wave away, shut me down, shut people down, shut down, talk across, cut across, butt in, barge in, storm out, flounce, huff, stonewall, clam up`},
	{class: neg, words: `不 没 没有 未 别 无 非 不会 不能 不肯 不愿 不愿意 不想 不太 没能 没法 不够 不再 懒得 不敢 从不 不给 唔 冇 未能 不曾 毫不 毫无 绝不 绝无 不是 并非 并不
并没有 并没 不算 算不上 谈不上 称不上 不觉得 不认为 不代表 不等于 不意味着 未必 不见得 没说 没有说 没说过 不至于 难以
not, no, don't, doesn't, didn't, isn't, aren't, wasn't, weren't, won't, wouldn't, can't, cannot, couldn't, haven't, hasn't, hadn't, shouldn't, ain't,
dont, doesnt, didnt, isnt, cant, wont, hardly, rarely, barely, seldom, neither, nor, never, far from, anything but, unable to, unwilling to, refuse to,
refuses to, fail to, fails to, failed to, too busy to, too lazy to, instead of, rather than, nobody, no one, nothing, hardly ever, scarcely, without`},
	{class: without, words: `without`},
	{class: given, words: `如果 假如 要是 若 若是 倘若 万一 假设 即使 哪怕
if, unless, suppose, imagine, in case`},
	{class: why, words: `怎么 为什么 为啥 凭什么 为何 干嘛 干吗 怎么就 怎么又 怎么还 咋 点解 何以
why, how come, how is it that, must you, do you have to`},
	{class: must, words: `必须 应 应当 应该 须 务必 不要 不得 不可 切勿 切忌 禁止 严禁 流程要求 守则 不能 需 要做到 理应 一定要 一律 红线 底线 不许 不准 请 建议 希望 以后 今后
别 勿 记得 避免 不必 不用 无须 无需 不需要 尽量 争取 力争
must, should, shall, needs, need to, needs to, required, requires, require, mandatory, please, let's, ensure, make sure, remember to, ought to,
supposed to, is to, are to, try to, want you to, like you to, ask you to, suggest, recommend, aim to, has to, have to, expected to, be sure to, would,
commit to, agreed to, mandates, sla`},
	{class: norm, words: `要求 规定 规范 制度 原则 目标 职责 需要 流程 标准 规程
rule, rules, standard, standards, requirement, checklist, procedure, protocol, goal is, policy, guideline, guidelines`},
	{class: mention, words: `这个词 这个字 这类词 这些词 这种词 这样的词 字眼 用词 措辞 词语 说法 绝对化 词汇 之类 这类 一词 二字 写着 写了 写成 改成 换成 替换 标注为
word, words, the word, term, phrase, wording, words like, such as, e.g., saying, labelled, labeled, called, named, titled, flag, setting, option,
parameter, keyword`},
	{class: when, words: `时 的时候 时候 之后 之前 后 前 以后 以前 期间 的情况下 情况下 的同事 的客户 的人 的事 的问题 的部分 的风险
when, if, after, before, while, during, whenever, because, until, unless, once, even when, even if, even though, despite, although`},
}

// subjects are who or what is spoken of.
var subjects = []vocabulary{
	{class: you, words: `你 您 你们 您们 妳 你哋 咱们
you, you're, you've, you'd, you'll, your, yours, yourself, u, ur, youre, yall, y'all`},
	{class: other, words: `他 她 他们 她们 佢 佢哋 这个人 这人 此人 那个人 这种人 这家伙 这小子 经理 主管 领导 上级 老板 组长 部长 总监 员工 该员工 该同事 同事 老师 师傅 某人
某某 实习生 下属 店长 班长 队长 助理 专员 工程师 这位同事 这位 那位 本人的
he, she, they, he's, she's, they're, they've, his, her, their, him, them, manager, my manager, supervisor, boss, lead, leader, leadership, management,
colleague, coworker, co-worker, employee, guy, person, teammate, intern, engineer, developer, analyst, assistant, consultant, rep, director, hes, shes,
this person, that person, new hire, some people, certain people`},
	{class: self, words: `我 我们 本人 自己 俺 吾 我哋 我方 笔者
i, we, i'm, i've, i'd, i'll, me, my, we're, we've, our, us, myself, ourselves, im, ive`},
	{class: thing, words: `系统 服务 接口 脚本 日志 任务 数据库 页面 网页 机器 设备 流水线 服务器 程序 软件 硬件 网络 网关 缓存 队列 进程 线程 集群 节点 账号 账户 端口 电梯 空调
打印机 门禁 传感器 仪表 产线 生产线 模块 组件 应用 APP 小程序 客户端 后台 前端 后端 函数 构建 编译 部署 作业 定时任务 该功能 这个功能 电脑 手机信号
信号 订单量 库存 物流 供应商 快递 报错 崩溃 宕机 重启 返回 触发 告警 失败率 机房 电源 阀门 水泵 参数 字段 变量 指标 曲线 温度 压力值 环境 测试环境 VPN
WiFi 邮箱 项目 工期 市场 行业 流程 会议室 公司 部门 车间 客户 价格 备份 证书 内存 磁盘 版本
it, it's, its, which, that's, server, service, system, job, script, build, builds, deploy, deploys, deployment, deployments, pipeline, endpoint, api,
test, tests, function, method, database, query, cache, queue, printer, machine, line, sensor, alarm, pager, app, application, page, site, website,
tool, software, network, vpn, wifi, customer, customers, client, clients, vendor, vendors, supplier, suppliers, company, departments, department,
silos, market, process, processes, cron, batch, sync, backup, backups, log, logs, lights, elevator, projector, room, meetings, meeting, trains,
traffic, requests, field, value, variable, parameter, flag, code path, lock, thread, the light, door, portal, module, feature, library, branch, laptop,
battery, standup`},
	{class: article, words: `the, this, that, these, those, a, an, any, each, every, all, some, its, our, another`},
	{class: work, words: `错误 失误 疏漏 疏忽 笔误 做法 报告 代码 文档 方案 报表 合同 周报 日报 月报 邮件 图纸 数据 表格 工单 稿子 文案 材料 纪要 设计稿 排期 测试用例 作业本
幻灯片 PPT ppt 交付物 演示 产品 这次发布 变更 需求文档 单据 发票
mistake, mistakes, error, errors, slip, slips, typo, typos, report, reports, code, document, documents, documentation, draft, drafts, deck, email,
emails, work, design, plan, slides, slide, commit, commits, pull request, pull requests, presentation, demo, analysis, spreadsheet, update, updates,
ticket, tickets, question, questions, idea, ideas, bug, bugs, test, tests, file, files, handover, notes, summary, proposal, estimate, estimates,
formatting, wording, layout, paragraph, section, query, password, link, structure, performance, connection, signal, design doc, readme, pr, prs,
loading, evaluation, evaluations, copy-paste, rule, rules, answer, choice, decision, joke, remark, comment, comments, submission, invoice, invoices,
forecast, handoff, lighting, audio, response, responses, spelling, grammar, excuse, point, result, results, quality, process, processes, weather, news,
debt, timing, tuesday, weekend, sales, conversion, oversight, turnout, schema, naming, logic, data`},
}
