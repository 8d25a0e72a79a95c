package wording

// verdicts judge the person, the attitude, the motive or the ability.
//
//nolint:dupword,misspell // a list, with the spellings that people use
var verdicts = []vocabulary{
	{class: verdict, words: `不负责任 没有责任心 没责任心 毫无责任心 缺乏责任心 缺乏责任感 没有责任感 没责任感 不上心 不用心 不走心 不认真 不仔细 不细心 不靠谱 不可靠 不专业
不敬业 不尽责 不尽心 不自觉 不自律 不成熟 不懂事 不合群 不思进取 不求上进 不务正业 不动脑子 不动脑 不长记性 不讲理 不讲道理 不讲信用 不诚实 不知好歹
不识大体 不识抬举 不可理喻 不近人情 不在乎 不当回事 不把工作当回事 不把别人当回事 不虚心 不谦虚 不踏实 不稳重 不积极 不主动 不配合 不热情 不耐烦
不服管 不服从 不听话 不受教 不开窍 不灵光 不机灵 不上进 不努力 不勤快 不称职 不胜任 不适合这个岗位 不适合做管理 不适合当领导 不是这块料 不是做管理的料
粗心 粗心大意 粗枝大叶 马马虎虎 马虎 毛手毛脚 毛躁 浮躁 急躁 暴躁 心浮气躁 懒 懒散 懒惰 懒洋洋 偷懒 偷奸耍滑 耍滑头 耍小聪明 耍心眼 自私 自私自利 自大
自负 自满 自以为是 自我感觉良好 自我中心 以自我为中心 唯我独尊 目中无人 目空一切 狂妄 傲慢 高傲 骄傲自满 盛气凌人 高高在上 情绪化 情绪不稳定 玻璃心
太敏感 矫情 小心眼 小气 心胸狭隘 心胸狭窄 心眼小 斤斤计较 固执 固执己见 顽固 死板 呆板 古板 刻板 一根筋 钻牛角尖 死脑筋 我行我素 独断专行 一意孤行 刚愎自用
听不进意见 听不进 听不进去 听不进别人 漠不关心 事不关己 冷漠 冷淡 麻木 得过且过 混日子 混工资 混吃等死 磨洋工 摸鱼 摆烂 躺平 佛系 消极怠工 消极
消极应付 敷衍 敷衍了事 敷衍塞责 应付差事 应付了事 糊弄 糊弄事 推卸责任 推诿 推诿扯皮 逃避责任 甩锅 好吃懒做 好高骛远 眼高手低 急功近利 投机取巧
华而不实 夸夸其谈 纸上谈兵 光说不练 只会说 说得好听 言而无信 出尔反尔 两面三刀 阳奉阴违 表里不一 口是心非 虚伪 虚荣 势利 势利眼 阴险 狡猾 心机重
心机深 有心机 居心不良 居心叵测 别有用心 存心 故意 故意捣乱 故意刁难 存心捣乱 成心 成心的 吊儿郎当 油腔滑调 老油条 老油子 心不在焉 三心二意 三天打鱼
拖拖拉拉 拖拉 磨磨蹭蹭 磨叽 慢性子 优柔寡断 没有主见 没主见 没有主意 懦弱 胆小怕事 胆小 怕事 软弱 窝囊 没担当 没有担当 毫无担当 缺乏担当 没有上进心
没上进心 毫无上进心 缺乏上进心 没有团队精神 没有团队意识 缺乏团队精神 缺乏团队意识 没有大局观 没有大局意识 格局太小 格局小 情商低 情商太低 没情商
没有情商 没眼力见 没有眼力见 没有悟性 没悟性 悟性太差 反应迟钝 迟钝 脑子慢 脑子不好使 脑子不够用 脑筋不好 智商低 幼稚 天真 肤浅 浅薄 无知 无能
能力不行 能力差 能力太差 水平差 水平太差 水平低 水平不行 无所谓 无所谓的态度 没把工作放在心上 没放在心上 心思不在工作上 心思不在这 心不在工作上
心里没有客户 只想着自己 只顾自己 只考虑自己 眼里只有 只会抱怨 爱抱怨 爱计较 爱出风头 爱表现 爱挑刺 难相处 很难相处 难沟通 难以沟通 没法共事 没有礼貌
没礼貌 没教养 没有教养 没素质 没有素质 素质低 素质差 素质太差 人品差 人品有问题 人品不好 品行不端 道德败坏 没良心 没有良心 没有诚信 毫无诚信 没规矩
没有规矩 无组织无纪律 纪律散漫 散漫 自由散漫 懒懒散散 没干劲 没有干劲 没激情 没有激情 没有热情 死气沉沉 没精打采 萎靡 差劲 很差劲 太差劲 真差劲
糟糕透顶 扶不起 带不动 教不会 学不会 记吃不记打 屡教不改 死不悔改 无可救药 没救 不可救药 没出息 没有出息 成不了事 难成大事 难当大任 难堪大任 不堪大用
偏被动 太被动 过于被动 太强势 太自我 太懒 太笨 太随意 太随便 太散漫 太消极 太年轻气盛 太死板 太固执 太情绪化 太不负责 太不专业 太不上心 不负责
不够负责 不尊重人 不尊重别人 不懂尊重 看不起人 瞧不起人 仗势欺人 欺软怕硬 霸道 专横 专断 控制欲 官僚 官僚主义 官气 拍马屁 马屁精 溜须拍马 两面派
墙头草 白眼狼 老好人 和事佬 爱哭 神经质 疑神疑鬼 阴阳怪气 尖酸刻薄 刻薄 小人 爱占便宜 贪小便宜 唔负责任 唔上心 冇责任心 求其 hea 心态有问题 心态不好
心态不行 态度有问题 态度不好 态度差 态度太差 态度很差 态度恶劣 态度不行 态度不端正 态度不端 态度消极 态度傲慢 态度冷淡 态度敷衍 态度散漫 工作态度不好
 遇到困难就躲 遇事就躲 遇到问题就躲 出了问题就躲 遇到事就躲 就躲 遇到困难就退缩 一遇到困难就 吃不了苦 怕吃苦 怕累 怕担责 不敢担责 怕担责任
见好就收 不把客户放在眼里 不把我放在眼里 不把团队放在眼里 不想干 不想干就 根本不想做 没用心 没上心 没动脑子 没过脑子 不过脑子 没走心 没认真 没脑子
太不像话 不像话 不像样 差不多先生 丢三落四 健忘 没记性 记性差 靠不住 信不过 不可信 不值得信任 没法信任 不把规矩当回事 眼里没有规矩 眼里没有制度
执行力差 执行力太差 执行力不行 没有执行力 毫无执行力 没有能力 毫无能力 没本事 没有本事 没水平 没有水平 没有意愿 没有意识 毫无意识 没有全局观
缺乏职业素养 没有职业素养 没职业道德 缺乏职业道德 你就是懒 没有良知 没眼光 没有同理心 缺乏同理心 没有同情心 缺乏主动性 没有主动性 毫无主动性
没有进取心 缺乏进取心 缺乏热情 缺乏激情 不思悔改 没耐心 没有耐心 缺乏耐心 没有感恩 没有敬业精神 缺乏敬业精神 没敬业精神 接受不了批评 受不了批评
听不得批评 架子大 架子很大 没家教 没有家教 太负面 想讨好 讨好领导 讨好主管 为了表现自己 博眼球 出风头 抢风头 做样子 装样子 装忙 装傻 装可怜 装模作样
作秀 逢场作戏 见风使舵 欺上瞒下 公司是你家开的 当成自己家 以为地球围着你转 心里只有自己 眼里没有别人 没有自知之明 缺乏自知之明 没有长进 毫无长进
没长进 没进步 原地踏步 不学无术 一窍不通 半桶水 半吊子 不入流 上不了台面 拿不出手 没用对心 心术不正 不安好心 没安好心 精于算计 圆滑 世故 太圆滑 不地道
不厚道 不仗义 没义气 冷血 没人情味 没人性 不通人情 嫉妒 眼红 见不得别人好 输不起 玩不起 得理不饶人 蛮不讲理 无理取闹 胡搅蛮缠 死要面子 爱面子 太爱面子
抠门 啰里啰嗦 婆婆妈妈 像个孩子 孩子气 公主脾气 太娇气 娇气 娇生惯养 扛不住事 扛不起事 顶不住事 撑不起 撑不住场面 不堪重任 担不起责任 担不起
挑不起大梁 没有管理能力 不会带人 不会做人 不会做事 不会沟通 不懂管理 不懂变通 不知变通 不会变通 怎么就不行 指望不上 指不上 见过最差的 最差的员工
最差劲的 不适合做 不适合当 眼里还有没有 心里还有没有 带不了团队 带不好团队 带不好人 管不好人 没有重点 逻辑差 逻辑很差 逻辑太差 逻辑混乱 没逻辑
没有逻辑 大专家 大忙人 到底想不想干 想不想干了 爱干不干 你这种 你这样的人 像你这样 像你这种 没见过你这么 没见过这么 从没见过这么 就你这水平 就你这样
长点心 长点心吧 长点脑子 有点责任心 有点素质 有点担当 能不能成熟点 成熟点 别装了 装什么 少来这套 满嘴 满嘴跑火车 死性不改 本性难移 老毛病 不是省油的灯
不好惹 不是什么好 恶习 劣根 得寸进尺 混饭吃 混口饭吃 混一天是一天 撞钟 当一天和尚 应付我 打马虎眼 耳根子软 没骨气 没有骨气 没底气 没能耐 没有能耐
就这点能耐 就这点本事 就这水平 也就这水平 怪不得没人 没人愿意跟你 没人愿意和你 谁愿意跟你 谁敢跟你 谁还敢 谁受得了你 真受不了你 受不了你 拖后腿
拖团队后腿 拎不清 脑子转不过弯 转不过弯 少根筋 缺根筋 缺心眼 缺德 不自量力 自命不凡 自视甚高 太把自己当回事 把自己当回事 恃才傲物 自由主义 个人主义
本位主义 机会主义 功利 太功利 现实得很 圈子文化 拉帮结派 搞小团体 搞小圈子 拉小圈子 不学好 没文化 不长进 不争气 不中用 不够狠 性子急 脾气差 脾气大
脾气暴 脾气臭 脾气坏 臭脾气 阴沉 小心思多 心思重 心思不正 不老实 不本分 不安分 不守规矩 不懂规矩 不懂礼貌 不懂感恩 不感恩 忘恩负义 不知感恩 不知悔改
不知进取 不知轻重 不知分寸 没有分寸 没分寸 没有边界感 没边界感 心里没数 没有自知 就是想 不过是想 不过是为了 无非是想 无非是为了 无非想 还不是想
还不是为了 纯粹是为了 纯粹为了 明摆着 摆明了 说白了就是 就是为了 就是不想 存心想 抗压性差 抗压性低 抗压性太低 抗压性不足 抗压差 不适合待在
不适合干这行 不适合这份工作 不适合这一行 不适合带团队 都比你强 谁都比你 比谁都差 心思早就不在 心思不在 心早就不在 开不起玩笑 开不起半点玩笑
就没有尊重过 没有尊重过 没尊重过 不懂得尊重 完全不顾别人 毫不在乎 一天到晚就知道 整天就知道 成天就知道 每天就知道 天天就知道 整天只顾 只顾着
转头就不见 转头就忘
lazy, laziness, careless, carelessness, sloppy, selfish, selfishness, self-centered, self-centred, arrogant, arrogance, rude, unprofessional,
incompetent, incompetence, unreliable, irresponsible, immature, immaturity, stubborn, obstinate, pig-headed, narrow-minded, close-minded,
closed-minded, toxic, unmotivated, uncommitted, undisciplined, disloyal, dishonest, untrustworthy, manipulative, two-faced, hypocritical, hypocrite,
egotistical, egocentric, conceited, self-absorbed, condescending, patronizing, patronising, disrespectful, inconsiderate, insensitive, thoughtless,
tactless, clueless, inept, hopeless, spineless, weak-willed, cowardly, gutless, apathetic, indifferent, uncaring, unambitious, unhelpful,
uncooperative, argumentative, combative, hostile, abrasive, aggressive, overbearing, domineering, control freak, micromanager, a micromanager,
know-it-all, drama queen, hot-headed, hotheaded, short-tempered, bad-tempered, moody, too emotional, overly emotional, oversensitive, too sensitive,
thin-skinned, childish, naive, gullible, slow-witted, disorganized, disorganised, scatterbrained, forgetful, absent-minded, flaky, slacker, a slacker,
freeloader, troublemaker, whiner, complainer, quitter, a quitter, bully, a bully, liar, a liar, negative attitude, bad attitude, poor attitude,
terrible attitude, awful attitude, attitude problem, an attitude problem, attitude issue, attitude issues, your attitude stinks, attitude sucks,
attitude is terrible, attitude is bad, attitude is poor, attitude is unacceptable, not a team player, no team player,
isn't a team player, aren't a team player, not leadership material, not management material, not cut out for, isn't cut out for, aren't cut out for,
not fit for, not capable of, incapable, incapable of, not smart enough, not bright, not very bright, not good enough, not up to the job, not up to it,
not serious about, not committed, isn't committed, aren't committed, not interested in, no interest in, not engaged, difficult to work with,
hard to work with, impossible to work with, a nightmare to work with, difficult person, hard to deal with, impossible to deal with, hard to trust,
can't be trusted, cannot be trusted, can't be relied on, can't be relied upon, can't be bothered, couldn't be bothered, couldn't care less,
could not care less, don't care, doesn't care, dont care, didn't care, do not care, does not care, clearly don't care, never cared, never care,
don't give a damn, doesn't give a damn, don't take this seriously, don't take your job seriously, doesn't take his job seriously,
doesn't take her job seriously, not take this job seriously, only care about yourself, only cares about himself, only cares about herself,
only care about, only cares about, only think about yourself, only thinks about, only looks out for, out for yourself, only in it for, just in it for,
don't want to work, doesn't want to work, don't want to learn, doesn't want to learn, don't even try, doesn't even try, do the bare minimum,
does the bare minimum, bare minimum, avoids difficult, avoids hard, avoids responsibility, avoid responsibility, avoids hard work, push responsibility,
pushes responsibility, pushing responsibility, shirks responsibility, shirk responsibility, shirks, dodges responsibility, dodge responsibility,
passes the buck, makes excuses, blames others, blames everyone, blame everyone else, blame others, plays the victim, play the victim, playing politics,
plays politics, takes no responsibility, take no responsibility, takes no ownership, take no ownership, doesn't take ownership, don't take ownership,
doesn't take responsibility, don't take responsibility, refuses to take responsibility, refuses to learn, refuses to listen,
thinks the rules don't apply, think the rules don't apply, thinks the world revolves, think you're better than, thinks he's better than,
thinks she's better than, think you are better than, thinks he is better than, acts like a child, act like a child, acting like a child, like a child,
acts like he knows, acts like she knows, on purpose, being difficult, worst employee, worst manager, out of spite, just want attention,
just wants attention, attention seeker, attention-seeking, seeking attention, trying to make me look bad, trying to undermine,
want to make others look bad, ivory tower, have no idea what, has no idea what, no idea what you're doing, no idea what he's doing,
no idea what she's doing, don't know what you're doing, doesn't know what he's doing, doesn't know what she's doing, out of your depth,
out of his depth, out of her depth, in over your head, mediocre, weak leader, bad manager, terrible manager, poor manager, poor leader,
poor communicator, bad communicator, terrible communicator, poor listener, bad listener, terrible listener, bad employee, poor performer,
low performer, bad at your job, bad at his job, bad at her job, terrible at, awful at, hopeless at, useless at, too slow, slow learner, too soft,
too timid, too shy, too passive, too aggressive, too laid-back, too lazy, too proud, sticks to routine, stuck in routine, resistant to change,
set in your ways, stuck in your ways, doesn't listen to anyone, don't listen to anyone, won't listen to anyone, doesn't respect anyone,
don't respect anyone, have no respect, has no respect, mentally checked out, asleep at the wheel, dead wood, deadwood, phoning it in, loose cannon,
poor work ethic, no work ethic, terrible work ethic, questionable judgment, questionable judgement, poor judgment, poor judgement,
bad judgment, bad judgement, poor organization, poor self-discipline, poor time management, bad influence, a burden, burden on the team,
the problem here is you, you are the problem, you're the problem, what's wrong with you, unteachable, uncoachable, unmanageable, full of yourself,
full of himself, full of herself, your ego, passive-aggressive, passive aggressive, petty, vindictive, spiteful, jealous, cold-hearted, heartless,
cynical, phony, shady, sneaky, sly, unlikeable, unlikable, annoying, insufferable, obnoxious, half-hearted, halfhearted, disengaged, disinterested,
uninterested, unwilling to learn, unwilling to change, don't have what it takes, doesn't have what it takes, not what it takes, can't handle pressure,
cannot handle pressure, can't cope, can't think for yourself, can't be counted on, not trustworthy, not reliable, not dependable, not responsible,
not professional, not a leader, not a good leader, not a good manager, not mature, no common sense, no backbone, no spine, no integrity, no initiative,
no drive, no ambition, no discipline, no empathy, no sense of urgency, no sense of responsibility, no sense of ownership, a disappointment,
does the minimum, do the minimum, thinks he is above, thinks she is above, think you are above, nobody likes working with, no one likes working with,
no one can rely on, nobody can rely on, no one trusts you, nobody trusts you, can't do anything right, ruin everything, ruins everything, such a baby,
a baby, grow up, owns the place, no idea how to manage, no idea how to lead, people like you, you people, what do you actually do,
what do you do all day, are you even trying, did you even read, did you even try, don't seem to care, doesn't seem to care, does not seem to care,
do not seem to care, didn't seem to care, seem not to care, doesn't appear to care, only did it to, only did this to, only doing this to,
only doing it for, just wanted to look, just to look good, to look good, just to impress, to impress the boss, doesn't have the skills,
doesn't have the ability, doesn't have the brains, doesn't have the temperament, doesn't have the maturity, don't have the skills,
don't have the ability, don't have the temperament, don't have the maturity, isn't smart enough, aren't smart enough, isn't good enough,
aren't good enough, isn't mature enough, aren't mature enough, isn't strong enough, not mature enough, not strong enough, never be a good,
never make a good, never be a leader, never amount to, slow to learn, slow to grasp, slow on the uptake, unwilling to help, prefers to work alone,
not a people person, lone wolf, a loner, got an attitude, give me attitude, giving attitude, 
careless person, lazy person, kind of person who, sort of person who, type of person who, lucky to have a job,
i expected more from someone, just saying that, just saying this, saying that to get, i expected an adult, expected an adult, too thick, all about you,
has to be about you, einstein, sherlock, your highness, too good for, thinks he is too good, think you're too good, think you're so, think you are so,
thinks he knows everything, thinks she knows everything, think you know everything, know it all, knows it all, holier-than-thou, chip on your shoulder,
chip on his shoulder, chip on her shoulder, has it in for, nothing but trouble, trouble maker, bad apple, a bad apple, weak link, the weak link,
weakest link, dragging us down, drag us down, drags the team down, holding us back, not one of us, no loyalty, no ethics, no morals, no manners,
no shame, no conscience, no self-awareness, no people skills, no leadership, no vision, given up on, doesn't deserve to, wants the easy life,
in it for the money, for the paycheck, just here for the paycheck, here to collect a paycheck, clock-watcher, clock watcher, jobsworth, slapdash,
lackadaisical, slipshod, cavalier, flippant, nonchalant, complacent, complacency, self-satisfied, indolent, work-shy, workshy, idle person, scruffy,
gossip-monger, gossipy, catty, snarky, sulky, surly, sullen, cantankerous, quarrelsome, thin skinned, high-maintenance, high maintenance, melodramatic,
jealous of, scheming, conniving, devious, deceitful, insincere, wishy-washy, spaced out, space cadet, ditzy, slow in the head, not all there,
out of touch, clueless about, tone-deaf, tone deaf, hard-headed, bull-headed, headstrong, opinionated, self-righteous, self-important, sanctimonious,
judgmental, judgemental, hypercritical, neurotic about, can't take criticism, cannot take criticism, can't take feedback, can't accept feedback,
unable to take criticism, to make yourself look good, to make himself look good, to make herself look good, to look good in front of, to show off,
showing off, show-off, think you're above, thinks he's above, thinks she's above, above the rules, above everyone, isn't for you, is not for you,
aren't meant for, not meant for, not suited to, not suited for, unsuited, wrong person for, wrong fit, bad fit, not a fit, not a good fit, sucking up,
suck up to, brown-nosing, brown-noser, kissing up, have an agenda, has an agenda, hidden agenda, don't respect, doesn't respect, no team spirit,
don't have the brains, not the brightest, lost cause, a lost cause, beyond help, too dumb, too immature, too junior to understand, too old to learn,
playing dumb, power trip, on a power trip, power-hungry, greedy, ungrateful, two-timing, backstabber, backstabbing, bossy, snob, snobbish,
cocky, smug, pompous, pretentious, pushy, clingy, needy, cranky, grumpy, whiney, unpleasant, unfriendly, aloof, cluelessness, ignorant, ignorance,
inflexible, unimaginative, uninspired, uninspiring, indecisive, timid, a pushover, pushover, doormat, weak manager, unfit, unqualified, erratic,
reckless, negligent, unethical, unaccountable, uncivil, impolite, ill-mannered, bad-mannered, mean-spirited, cruel, callous, nasty,
bratty, a brat, a diva, diva, prima donna, too dramatic, overdramatic, hysterical, paranoid, neurotic, lacks the ability, lacks the skills,
not pulling your weight, don't pull your weight, doesn't pull his weight, doesn't pull her weight, not management, fooling nobody, imposter, stingy,
big ego, huge ego, a fraud`},
	{class: verdict | you, words: `招你来干 招你来有 没见过你这么 没见过你这样 从没见过你这么 就你这水平 像你这样 像你这种 你这种 你这样的人 受不了你 都比你强 谁都比你
you are the worst, you're the worst`},
	{class: verdict | you | nagging, words: `你就知道 你只知道 您就知道`},
	{class: verdict | other | nagging, words: `他就知道 他只知道 她就知道 她只知道`},
	{class: trait, words: `团队合作意识 全局意识 危机意识 质量意识 时间观念 时间意识 成本意识 敬畏心 底线 原则性 魄力 胆识 感恩之心 求知欲 学习意愿 意愿 动力 干劲 精神
professional sense ownership意识 态度 工作态度 服务态度 能力 工作能力 业务能力 沟通能力 领导能力 管理能力 学习能力 理解能力 组织能力 协调能力 执行能力
应变能力 抗压能力 抗压性 抗压 表达能力 专业能力 责任心 责任感 事业心 水平 业务水平 专业水平 管理水平 素质 职业素养 素养 人品 品德 品行 管理 情商 智商
逻辑 热忱 服务热忱 服务的热忱 悟性 执行力 领导力 判断力 自制力 自律性 意识 服务意识 大局意识 责任意识 团队意识 主人翁意识 觉悟 格局 心态 性格 脾气
担当 上进心 进取心 团队精神 合作精神 敬业精神 职业道德 工作作风 作风 积极性 工作积极性 记性 脑子 脑筋 耐心 诚信 同理心 主见 人缘 天赋 工作习惯 思想
头脑 常识 基本功 专业性 自觉性 主观能动性 纪律性 服从性 工作热情 品格 眼光 气量 度量 工作状态
attitude, attention to detail, work ethic, judgment, judgement, temper, character, personality, communicator, listener, leader, leadership, leadership skills, team player,
team spirit, spirit, people skills, social skills, communication skills, interpersonal skills, initiative, motivation, drive, ambition, commitment,
dedication, discipline, self-discipline, self-awareness, empathy, integrity, professionalism, responsibility, sense of responsibility,
sense of urgency, sense of ownership, ownership, accountability, maturity, confidence, backbone, competence, ability, common sense, respect,
respect for others, manners, loyalty, passion, enthusiasm, intelligence, creativity, new ideas, critical thinking, interest, any interest, work habits,
habits, organisation, organization, task organization, time management, technical ability, skills, follow-through, courage, reliability, talent,
curiosity, potential, presence, vision, emotional intelligence, tact, patience, mindset, ethics, decency, honesty, willingness, imagination,
originality, independent thinking, problem-solving skills, proactivity, proactiveness, urgency, energy, engagement, focus, conscientiousness, effort`},
	{class: poor, words: `一团乱 一团糟 一塌糊涂 乱成一锅粥 混乱 差 很差 太差 太差了 差得很 极差 较差 不行 太不行 真不行 不好 很不好 太不好 低 太低 很低 弱 太弱 很弱 较弱 偏弱
有问题 有很大问题 有大问题 恶劣 极其恶劣 不端正 不端 消极 冷淡 傲慢 散漫 堪忧 欠缺 欠佳 糟糕 太糟糕 不强 极弱 薄弱 淡薄 太小 太大 不正 懒散 敷衍 低下
极低 令人失望 让人失望 烂 太烂 很烂 暴躁 古怪 孤僻 懒惰 不敢恭维 一般般 拙劣 不合格 不及格 不过关 浮躁 涣散 不高 堪憂
poor, bad, terrible, awful, horrible, lousy, negative, unacceptable, appalling, questionable, pathetic, disgusting, weak, rotten, nasty, dreadful,
wrong, disappointing, lacking, sucks, stinks, nonexistent, non-existent, atrocious, abysmal, toxic, zero, subpar, low, inadequate, shocking,
deplorable, a problem, an issue, problematic`},
	{class: lack, words: `缺乏 缺少 缺失 毫无 没有 没 完全没有 一点没有 根本没有 没有任何 不具备 没什么 完全没 根本没 欠缺 谈不上 冇 完全没有任何 丝毫没有 一点都没有 一点也没有
little, very little, shows little, showed little, shows very little, shows a lack of, not enough, doesn't show, don't show, didn't show, doesn't have,
don't have, does not have, lack, lacks, lacking, lacked, lack of, lacks any, lack any, no, zero, has no, have no, show no, shows no, showed no,
without any, devoid of, absolutely no, complete lack of, total lack of, lacking in, has zero, have zero, with no, absence of, doesn't have any,
don't have any`},
	{class: degree, words: `太 很 挺 非常 真 真的 这么 那么 实在 特别 十分 极其 相当 有点 有些 比较 过于 极 好 如此 真是 简直 确实 明显 一直 总 都 也 就 的 偏
so, very, too, really, extremely, incredibly, quite, rather, pretty, such, just, simply, truly, totally, completely, absolutely, utterly, is, are, was,
a, an, the, your, be, being, been, so damn, overly, fairly, generally, somewhat, any, real, basic, of, his, her, in, even, much, seriously, frankly,
honestly, still, also, always, often, at, clear, proper, enough, overall, noticeably, clearly`},
	{class: sneer, words: `呵呵 意料之中 果然又是 果然不出所料 又是你 又双叒叕 你可真行 可真行 真有你的 不愧是你 就凭你 就你这样 就你那 你以为你是谁 以为自己是谁
真会挑时候 真会找借口 可真棒啊 贵人多忘事 时间最宝贵 时间真宝贵 时间比我们宝贵 恭喜你又 恭喜又 您老人家 高抬贵手 哪敢劳您 您日理万机 日理万机 劳您大驾
谁敢劳 拜你所赐 好意思 真好意思 亏你 亏你还 亏你想得出来 你还知道 还知道来 你也配 也好意思 说得轻巧 想得美 太阳打西边出来 大忙人 大少爷 大小姐 公主病
少爷脾气
thanks for nothing, big surprise, no surprise there, shocker, here we go again, how typical, 
smooth move, genius move, real genius, slow clap, once again you managed,
who do you think you are, how dare you, do you even, did you even bother, have you even, is it that hard, is it so hard, how hard is it,
how hard can it be, better late than whenever, your majesty, his majesty, her majesty, since your time is so, forgive us for, sorry to interrupt your,
hope we are not disturbing, what an achievement, quite the achievement, lucky us, aren't we lucky, thrilled to see you finally,
so glad you finally, finally decided to, if it isn't too much trouble, congratulations on another, congratulations on discovering, oh great,
oh wonderful, oh look, another masterpiece, if you can even call it, if you had bothered`},
}

// heeds say that somebody cares.
var heeds = []vocabulary{
	{class: heed, words: `当回事 当一回事 放在眼里 瞧在眼里 当回事儿 当事 放心上 放在心上 放眼里 放在第一位 当自己的事 当人看 上心 用心 重视 尊重 在乎 在意 珍惜 体谅 适合做
适合当 适合干 适合带团队
seriously`},
	{class: neg | mention, words: `没有说你 不觉得你 不认为你 并没说你 没人说你 没有人说你 谁说你 没说你 不是说你 不是说他 没人觉得你 没有人觉得你
don't think you, don't think you're, don't think you are, do not think you are, not saying you're, not saying you are, never said you, never said you were,
nobody says you, nobody thinks you`},
}

// follows are words after which an adjective is none of a noun.
//
//nolint:misspell // a list, with the spellings that people use
var follows = []vocabulary{{class: follow, words: `and, or, but, with, about, toward, towards, in, at, to, on, as, that, because, for, of, by, sometimes, lately, again, enough, than, during, around,
most, since, behaviour, behavior, manner, person, employee, worker, people, man, woman, guy, colleague, member, team member, tone, attitude, leader,
boss, so, then, like, here, there, from, employees, workers, lot, bunch, way, who, you, yet, either, right, now, at times, under, over, throughout,
nature, response, whenever, side, streak, little, old, kid, child, brat, excuse, bastard, idiot, fool, bum`}}

// slurs are insults and contempt.
var slurs = []vocabulary{
	{class: slur, words: `看着就恶心 看见你就恶心 看到你就恶心 恶心人 死人脸 滚吧 回家种地 回家喂猪 回家抱孩子 回家卖红薯 回家带孩子 比猪还 不如狗 还不如狗 不如一头猪 猪都比你
狗都比你 白混 混蛋玩意 草泥马 尼玛 神经病啊 智商税 没大脑 无脑 脑瘫 脑袋长 脑袋是 脑子长 脑子里装 浆糊 一脑子浆糊 糨糊 水货 废话篓子 二货 二傻子 蠢驴
笨驴 猪狗 喂狗 良心被狗吃 丑八怪 死胖子 肥猪 老古董 土包子 乡巴佬 没爹妈 没娘 爹妈怎么教 有娘生 废物 白痴 蠢货 蠢猪 蠢蛋 愚蠢 笨蛋 笨死 笨得 猪脑子
猪头 猪队友 猪吗 蠢到家 脑残 脑子进水 脑子有病 脑子有问题 脑子有坑 脑子坏 脑子被驴踢 脑袋被驴踢 脑子被门夹 脑袋被门夹 脑子呢 脑子是摆设 没长脑子
没带脑子 不带脑子 长没长脑子 有没有脑子 有脑子吗 动动脑子 带脑子 带脑子上班 弱智 智障 傻子 傻瓜 傻逼 傻叉 傻x 二百五 十三点 饭桶 草包 酒囊饭袋 窝囊废
废柴 废人 人渣 渣滓 败类 混蛋 混账 王八蛋 滚蛋 滚出去 滚出 不要脸 没脸没皮 厚脸皮 脸皮厚 脸皮真厚 无耻 丢人现眼 丢人 丢不丢人 令人作呕 吃干饭 吃白饭
吃闲饭 白吃饭 吃屎 狗屎 狗东西 狗腿子 眼瞎 瞎了 瞎了眼 眼睛瞎 聋了 耳朵聋 巨婴 拖油瓶 累赘 害群之马 老鼠屎 寄生虫 蛀虫 一无是处 烂泥 烂泥扶不上墙
扶不上墙 朽木 朽木不可雕 菜鸟 太菜 猪脑 薪水小偷 没人要 有没有带脑子 带没带脑子 去死吧 没人会要你 不如一条狗 养条狗 不如养 屁都不是 什么玩意
什么玩意儿 算个什么 算个屁 滚远点 滚回家 早点滚 让人恶心 丧家犬 走狗 猪一样 蠢得像 笨得像 菜成 真菜 菜得 菜鸡 还好意思 有什么用 有啥用 要你何用
要你有什么用 要你干什么 要你干嘛 养你 养着你 留着干什么 留你干什么 留着你 招你进来 花钱请你 请你来是 算什么东西 算老几 哪根葱 不配 神经病 变态 泼妇
没用的东西 没用的人 白养 白拿工资 白领工资 白给你发工资 关你屁事 屁用 屁都 放屁 废话连篇 去死 你妈 他妈的 妈的 傻乎乎 小学生水平 连小学生 小学生都
小学没毕业 三岁小孩都 傻子都 白活 白长 丧门星 扫把星 搅屎棍 笑柄 小丑 跳梁小丑 低能 低能儿 蠢材 蠢才 废材 老不死 老糊涂 贱人 犯贱 烂人 坑货 卖脸
你有病 癞蛤蟆 畜生 禽兽 孬种 软蛋 软骨头 木头人 榆木脑袋 榆木疙瘩 白眼狼 狗都不如 猪都不如 连猪都 连狗都 狗都 不是人 懒猪 懒虫 懒鬼 骗子 戏精 绿茶
心机婊 长舌妇 混子 扑街 仆街 痴线 黐线 低B 死蠢 白痴仔 废青 冇用 白目 屁孩 草莓族 智商堪忧 智商有问题 智商欠费 智商感人 智商捉急
a monkey could, a monkey can, monkey could, monkey can, nincompoop, dingbat, ding-dong, doofus, dork, lamebrain, pea-brained, pea birdbrain, knucklehead, meathead, wimp, sissy,
slob, pigsty, swine, vermin, cockroach, maggot, cancer on, a cancer, tumour, a bum, chump, waste of a desk, waste of a chair, waste of a seat,
taking up space, oxygen thief, half a brain, two brain cells, single brain cell, hell is wrong with you, is wrong with you, are you an idiot,
are you kidding me, complete joke, total joke, bad joke, idiot, idiots, idiotic, moron, morons, moronic, imbecile, halfwit, half-wit, dimwit, dumbass,
dumb, jackass, asshole, jerk, a jerk, prick, bastard, bitch, loser, losers, pathetic, worthless, good-for-nothing, good for nothing, clown, clowns,
buffoon, a joke, laughing stock, laughingstock, dead weight, waste of space, waste of oxygen, waste of money, waste of time and, waste of a salary,
waste of salary, waste of air, waste of everyone's time, scum, brain-dead, braindead, brainless, no brain, have a brain, use your brain, a brain cell,
brain cells, brain, disgrace, a disgrace, embarrassment, an embarrassment, embarrassment to, trained monkey, grandma could, grandmother could,
a child could, child could do, year-old could, year old could, toddler could, a toddler, shut up, nobody likes you, no one likes you, are you blind,
are you deaf, are you stupid, are you dumb, why are you even here, why do you even work here, why we hired you, why we hire you, why we even hired,
why we pay you, why we keep you, why i pay you, who hired you, get lost, go to hell, screw you, piss off, full of shit, bullshit,
piece of piece of shit, crap, shit, fool, a fool, foolish, retard, retarded, cretin, numbskull, airhead, blockhead, bonehead, boneheaded, nitwit, twit,
dunce, ignoramus, simpleton, parasite, parasites, leech, weasel, psycho, psychopath, lunatic, coward, cowards, crybaby, cry baby, whiny, scumbag,
lowlife, low-life, dumbest, stupidest, ashamed of yourself, should be ashamed, be ashamed, dumber than, thick as, thick-headed, not the sharpest,
sharpest tool, you disgust me, you make me sick, disgusting person, deadbeat, no use to anyone, nobody wants you, no one wants to work with you,
nobody wants to work with you, not worth your salary, not worth the salary, not worth your paycheck, not worth the money, a nobody,
nobody cares what you think, imbecilic, dolt, oaf, mouth-breather, dipshit, dickhead`},
	{class: contempt, words: `太差了 太差 没用 不中用 多余 猪 傻 蠢 笨 垃圾 恶心 丢脸 奇葩 什么东西 笑话 有病 滚
snake, rat, pig, freak, creep, dinosaur, a monkey, trash, garbage, crap, zombie, a bum, stupid, stupidity, useless, ridiculous, laughable, joke,
a waste`},
}
