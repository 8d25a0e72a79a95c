package smart

// units are what figures are counted in. A unit without a name is given as it is written.
//
//nolint:misspell // a list, with the spellings that people use
var units = []struct {
	class       class
	name, words string
}{
	{0, "%", `% 个% 百分之
percent, per cent, pct`},
	{0, "pp", `百分点 个百分点 个点 个pp pp ppt
percentage points, percentage point, percent points, ppts, pps, % points, %-points, points of percentage, pct points, pct pts`},
	{0, "‰", `‰ 千分点`},
	{0, "bps", `bps, basis points, basis point, bp, 个基点`},
	{0, "倍", `倍`},
	{0, "x", `x, ×, times as many, times as much, times the, -fold, fold`},
	{money, "元", `元 人民币 元人民币 rmb cny 块钱 块 元整 圆`},
	{money, "美元", `美元 美金 刀`},
	{money, "欧元", `欧元`},
	{money, "港元", `港元 港币`},
	{money, "新台币", `新台币 台币 元新台币 元台币`},
	{money, "日元", `日元`},
	{money, "$", `$, us$, dollars, usd, dollar`},
	{money, "£", `£, gbp, pounds sterling, quid`},
	{money, "€", `€, eur, euros, euro`},
	{money, "HK$", `hk$, hkd`},
	{money, "NT$", `nt$, ntd, twd`},
	{money, "S$", `s$, sgd`},
	{money, "A$", `a$, aud`},
	{money, "₹", `₹, inr, rs.`},
	{span | brief, "", `小时 个小时 钟头 个钟头 分钟 秒 秒钟 毫秒 刻钟 工时 人时 个工时
hour, hours, hr, hrs, minute, minutes, min, mins, second, seconds, sec, secs, ms, millisecond, milliseconds, business hours, working hours, business hour, working hour`},
	{span | brief, "hours", `h`},
	{span | brief, "s", `s`},
	{span, "", `天 日 周 星期 个星期 礼拜 月 个月 季度 个季度 年 年度 财年 工作日 个工作日 个自然日 自然日 学期 个学期 学年 周年 个年度 晚 班次 迭代 个迭代 冲刺 个冲刺 周末 季 个季 个交易日
day, days, week, weeks, month, months, quarter, quarters, year, years, business day, business days, working day, working days, workday, workdays, calendar days, calendar day, semester, semesters, sprint, sprints, fortnight, fortnights, fiscal years, fiscal year, fiscal quarters, school days, school year, yrs, wks, weekdays, shifts, term, terms, nights, mos`},
	{span, "days", `d`},
	{effort, "", `人日 人天 人周 人月 人年
man-days, person-days, man-day, person-day, man-weeks, person-weeks, person-months, man-months, eng-weeks`},
	{effort, "weeks", `w`},
	{counter, "", `个 位 名 人 家 份 套 次 条 项 件 组 篇 场 款 台 起 例 张 本 部 册 门 堂 节 期 批 轮 户 家次 人次 场次 单 笔 封 首 支 只 种 栋 间 座 处 个人 页 章 课 学时 课时 字 步 公里 千米 米 厘米 毫米 平方米 平米 亩 吨 公斤 千克 斤 克 升 毫升 度 千瓦时 度电 桶 箱 车 辆 架 艘 头 幅 杯 瓶 盒 袋 粒 颗 匹 块 片 根 把 口 对 双 队 星 倍速 万元户 题 回 遍 趟 手 号人 岁 席 股 宗 桩 道 面 层 家店 家门店 个单位 人份 篇次 万次 辈 所 支队伍 例次 床 床日 人日 pv uv 大 立方米 立方 平 工分 学分 兆 词 轮次 票 座次 件次 台次 车次 班 声 家企业 拍 局 门次 集 则 帖 kg km kwh 千米跑 码 天次 台套 套件 樽 罐 樣 板 屏 帧 通 令 档 丝 微米 纳米 微克 毫克 微克/立方米 毫克/升 毫克/立方米 分贝 摄氏度 兆帕 千卡 大卡 吨标煤 吨标准煤 标煤 赫兹 流明 瓦 千瓦 mw 兆瓦`},
	{score, "分", `分 分值 点分`},
	{score, "points", `points, point, pts, pt`},
	{score, "stars", `stars, star, 颗星`},
	{counter, "", `kg, km, kwh, mwh, gb, tb, mb, kb, miles, lbs, pounds, pounds of, tons, tonnes, tco2e, sq ft, m2, kilometers, kilometres, kilograms, litres, liters, gallons, mph, fps, rps, qps, tps, req/s, mbps, gbps, ppm, dpmo, cm, mm, people, fte, ftes, credits, ceus, cpd points, steps, calories, pages, words`},
}

// moments are the words of dates and periods, by how long the time is that they name.
//
//nolint:misspell,dupword // a list, with the spellings that people use
var moments = []struct {
	class class
	kind  PeriodKind
	words string
}{
	{moment, OfDay, `今天 今日 明天 明日 后天 本周 这周 下周 本星期 下星期 周末 本周末 周内 周一 周二 周三 周四 周五 周六 周日 星期一 星期二 星期三 星期四 星期五 星期六 星期日 星期天 礼拜一 礼拜五 下班 下班前 收盘 散会 本周五 下周一 下周五 周末前 今晚 明早
today, tomorrow, tonight, monday, tuesday, wednesday, thursday, friday, saturday, sunday, this week, next week, the weekend, end of week, end of the week, end of day, end of the day, eod, eow, cob, close of business, close of play, end of this week, end of next week, week's end, the end of the week, the end of this week, the end of next week, this friday, next friday, next monday, the week`},
	{moment | festival, OfDay, `双十一 双11 双十二 双12 618 818 六一八 春节 元旦 国庆 国庆节 中秋 中秋节 端午 端午节 五一 五一节 十一 劳动节 清明 清明节 圣诞 圣诞节 元宵 元宵节 七夕 妇女节 儿童节 教师节 过年 年会 黑五 黑色星期五 感恩节 暑假 寒假 暑期 开学 期末 期中 期末考试 期中考试 中考 高考 放假 放暑假 放寒假 旺季 汛期 两会 除夕 新年 农历新年 农历年 圣诞季 年货节 女神节 母亲节 父亲节 重阳节 双旦 开业 汛期来临 入冬 入夏 夏季 冬季 春季 秋季 毕业 毕业季 上市 换届 试用期 试用期内 转正 转正前 百日 周年庆 店庆 司庆 消费者日 三八 清明假期 春节假期 小长假 黄金周 双节 展会 广交会
christmas, easter, thanksgiving, black friday, cyber monday, new year, new year's, new year's eve, new year's day, independence day, labor day, labour day, memorial day, halloween, lunar new year, chinese new year, spring festival, golden week, ramadan, diwali, singles day, singles' day, prime day, launch day, graduation, summer break, spring break, winter break, the holidays, holiday season, the holiday season, the school year, back to school, summer, spring, autumn, winter, fall semester, spring semester, fall term, spring term, the fall, fall, valentine's day, mother's day, the annual conference, commencement, the probation period, probation, my probation, the probationary period, go-live, the board meeting, the next board meeting, peak season, mid-terms, midterms, finals, the season, the audit`},
	{moment, OfMonth, `本月 这个月 当月 下月 下个月 月底 月末 月内 月初 月中 本月底 当月底 上旬 中旬 下旬 一月 二月 三月 四月 五月 六月 七月 八月 九月 十月 十一月 十二月 本月内 正月 腊月 月底前 每月月底
january, february, march, april, may, june, july, august, september, october, november, december, jan, feb, mar, apr, jun, jul, aug, sep, sept, oct, nov, dec, jan., feb., mar., apr., aug., sep., sept., oct., nov., dec., this month, next month, end of month, end of the month, eom, month-end, month end, the end of the month, end of this month, end of next month, the end of this month, the end of next month, this coming month, the month, the current month, the coming month, this calendar month`},
	{moment, OfQuarter, `本季度 本季 当季 当季度 下季度 下季 下个季度 这个季度 这季度 季末 季度末 季底 季度内 首季 首季度 季度底 本季度内 全季 整个季度 今季 一季 二季 三季 四季 第一季 第二季 第三季 第四季 一季度 二季度 三季度 四季度 第一季度 第二季度 第三季度 第四季度 1季度 2季度 3季度 4季度 第1季度 第2季度 第3季度 第4季度 第1季 第2季 第3季 第4季 首个季度 末季 前三季度 前两季度 前三季 前3季度 前四个月
this quarter, next quarter, the quarter, current quarter, the current quarter, the coming quarter, the upcoming quarter, the next quarter, this coming quarter, end of quarter, end of the quarter, the end of the quarter, end of this quarter, end of next quarter, the end of this quarter, the end of next quarter, eoq, quarter-end, quarter end, quarter's end, first quarter, second quarter, third quarter, fourth quarter, the first quarter, the second quarter, the third quarter, the fourth quarter, 1st quarter, 2nd quarter, 3rd quarter, 4th quarter, final quarter, last quarter of, the final quarter, our quarter, each of the next four quarters, end of each quarter, this trimester, the trimester, end of the trimester`},
	{moment, OfHalf, `上半年 下半年 前半年 后半年 上半年度 下半年度 上半财年 下半财年 半年度末 半年底 年中 本学期 下学期 上学期末 这学期 学期末 学期内 学期结束 上学期 第一学期 第二学期 秋季学期 春季学期 本半年
first half, second half, the first half, the second half, first half-year, second half-year, half-year, mid-year, midyear, mid year, this semester, next semester, the semester, end of semester, end of the semester, the end of the semester, this half, next half, the half, end of half, end of the half, fall semester, spring semester, this term, next term, the term, end of term, end of the term, the end of term, this season, the fall semester, the spring semester, the end of the half, end of this semester, the end of this semester`},
	{moment, OfYear, `今年 明年 后年 本年 本年度 当年 当年度 全年 年内 年底 年末 年终 年度 全年度 整年 年度内 本财年 今年底 年度末 明年底 财年 财年末 本财年末 下财年 今年内 新财年 新的一年 来年 新一年 下年度 明年度 次年 年末前 岁末 年关 全财年 本学年 下学年 学年末 学年 今明两年 十四五 十五五 十四五末 十四五期末 十五五末 十四五期间 十五五期间 任期内 聘期内 任期 聘期 考核期内 考核期 本考核期 评估期 考核年度 本周期 本期 考核周期 考核周期内 本考核周期
this year, next year, the year, current year, the current year, the coming year, the next year, this coming year, the upcoming year, end of year, end of the year, the end of the year, end of this year, end of next year, the end of this year, the end of next year, eoy, ye, year-end, year end, year's end, yearend, calendar year, fiscal year, financial year, academic year, school year, the fiscal year, the financial year, the academic year, the calendar year, this fiscal year, this financial year, this academic year, this school year, next fiscal year, next financial year, next academic year, next school year, the current fiscal year, the current academic year, the current financial year, end of fiscal year, end of the fiscal year, the end of the fiscal year, end of the financial year, the end of the financial year, end of the academic year, the end of the academic year, the end of the school year, end of the school year, fiscal year-end, fiscal year end, the decade, the end of the decade, this performance year, the performance year, this performance period, the performance period, the review period, this review period, the appraisal year, the rating period, plan year, the evaluation period, this cycle, the cycle`},
	{recurring, Recurring, `每天 每日 每周 每星期 每月 每个月 每季度 每季 每个季度 每年 每年度 每半年 每学期 每两周 每双周 每半月 每晚 每早 每天早上 每周一 每周二 每周三 每周四 每周五 每周六 每周日 每周末 每个工作日 每工作日 每个星期 每两个月 每个学期 每学年 每旬 每班 每班次 逐月 逐季 按月 按季度 按周 按季 按年 每个周末 每财年 每隔两周 每三个月 每两天 每个迭代 每迭代
every day, every week, every month, every quarter, every year, every semester, every other week, every other month, every two weeks, every three months, every six months, every two months, every weekday, every monday, every tuesday, every wednesday, every thursday, every friday, every morning, every evening, every weekend, every fiscal year, every sprint, every term, every working day, every business day, every night, every shift, every fortnight, every season, every release
each day, each week, each month, each quarter, each year, each semester, each sprint, each term, each fiscal year, each morning, each evening, each weekday, each friday, each monday, each working day, each business day, each academic year, each shift, each calendar quarter, each school day, each season, each calendar year, each night, each fiscal quarter
of every month, of each month, of each quarter, of every quarter, of each week, of every week`},
	{recurring | adverbial, Recurring, `daily, weekly, monthly, quarterly, annually, yearly, biweekly, bi-weekly, fortnightly, semi-annually, semiannually, bimonthly, bi-monthly, twice yearly, twice monthly, twice weekly, once weekly, once monthly, annual, on a weekly basis, on a monthly basis, on a quarterly basis, on a daily basis, on an annual basis, on a regular basis, monthly basis, weekly basis, nightly, hourly`},
	{deadline, "", `截至 截止 截止到 截止至 赶在 直到 最迟 最晚 不晚于 不迟于 至迟 到 至 于 在 争取在 力争在 计划在 计划于 预计 预计于 预计在 拟于 将于 将在 务必在 须在 需在 应在 要在 希望在 确保在 务必于 须于 应于 早于 争取 力争 从现在到 即日起至 用 花 以 经过 为期 历时 期限 时限 截止日期 截止时间 完成时间 时间 周期 目标日期 deadline
by, before, until, till, no later than, not later than, prior to, on or before, by or before, within, in, during, across, for, throughout, over, on, at, due, due by, due on, through, over the course of, in the course of, as of, ahead of, in time for, between now and, in the, for the, by the, over the, of, come, effective by, inside, between, deadline, deadline:, target date, due date, timeline, timeframe, due date:, from now until, target date:, to be completed by, completed by, not after, within the, at latest by, latest by, @, from, running through, starting now through`},
	{moment | edge, "", `end of, the end of, close of, the close of, start of, the start of, beginning of, the beginning of, middle of, the middle of, mid-, mid, early, late, the end, end, beginning, start, close, the last day of, last day of, the first week of, the first day of, the last week of, first week of, last week of, the second half of, the first half of, the rest of, the remainder of, all of, the whole of, the course of, duration of, the duration of, the second quarter of, the first quarter of, the third quarter of, the fourth quarter of, the first month of, the entire, the whole, the upcoming, upcoming, the coming, the following, the rest of the, late in, early in`},
	{closing, "", `前 之前 以前 内 之内 以内 期间 里 底 末 底前 末前 初 初前 中 中旬 上旬 下旬 结束前 结束 结束之前 结束时 截止 截止前 终了前 终 底之前 末之前 前后 中旬前 上旬前 下旬前 底以前 月底前 份 份前 份内 份之前 到期前 来临前 到来前 来临之前 到来之前 前夕 前一周 前一个月 时 时间内 的时间内 时间里 的时间里 之间 当天 当日 晚 早 上午 下午 度内 收官前 期内 期满前 期满 之时 以来 当月 结束后 为止 止 后 过后 上午前 中午前 下班前 早会前 开始前 假期前 假期结束前 假前 节前 班前 例会前 晨会前 交班前 收市前 打烊前 夜里 夕 凌晨`},
	{beginning, "", `起 开始 以后 起始 开始着手 起开始 始 启动
starting, starts, start from, beginning, effective, effective from, since, starting from, starting in, beginning in, from, after, as of, commencing, onwards, following, starting on`},
	{past, "", `去年 上年 上年度 去年同期 上季度 上季 上个季度 上月 上个月 上周 前年 上一年 上一季度 上半年同期 同期 往年 近三年 近两年 近一年 过去三年 过去一年 过去 近 近年 近年来 上财年 上一财年 上学期 去年底 上年末 去年四季度 去年Q4 上一季 上期
last year, last quarter, last month, last week, previous year, previous quarter, the previous year, the previous quarter, the previous month, prior year, the prior year, prior quarter, the prior quarter, last fiscal year, last semester, the last year, the past year, past year, the past, the last, last year's, last quarter's, prior-year, previous semester, last academic year, the same period last year, last season, last academic year's, previous fiscal year, the prior fiscal year, yesterday, the prior month`},
}

// numberWords are figures in English words and the shares that words name, in hundredths.
var numberWords = []struct {
	class      class
	hundredths int64
	words      string
}{
	{wordNumber, 0, "zero, nil"},
	{wordNumber, 100, "one"},
	{wordNumber, 200, "two"},
	{wordNumber, 300, "three"},
	{wordNumber, 400, "four"},
	{wordNumber, 500, "five"},
	{wordNumber, 600, "six"},
	{wordNumber, 700, "seven"},
	{wordNumber, 800, "eight"},
	{wordNumber, 900, "nine"},
	{wordNumber, 1000, "ten"},
	{wordNumber, 1100, "eleven"},
	{wordNumber, 1200, "twelve, a dozen, dozen"},
	{wordNumber, 1300, "thirteen"},
	{wordNumber, 1400, "fourteen"},
	{wordNumber, 1500, "fifteen"},
	{wordNumber, 1600, "sixteen"},
	{wordNumber, 1700, "seventeen"},
	{wordNumber, 1800, "eighteen"},
	{wordNumber, 1900, "nineteen"},
	{wordNumber, 2000, "twenty"},
	{wordNumber, 2400, "two dozen"},
	{wordNumber, 3000, "thirty"},
	{wordNumber, 4000, "forty"},
	{wordNumber, 5000, "fifty"},
	{wordNumber, 6000, "sixty"},
	{wordNumber, 7000, "seventy"},
	{wordNumber, 8000, "eighty"},
	{wordNumber, 9000, "ninety"},
	{wordNumber, 50000000, "half a million"},
	{wordNumber, 10000, "hundred"},
	{wordNumber, 100000, "thousand"},
	{wordNumber, 100000000, "million"},
	{wordNumber, 100000000000, "billion"},
	{share, 2500, "a quarter, one quarter, one-quarter, quarter of"},
	{share, 3333, "a third, one third, one-third"},
	{share, 6667, "two thirds, two-thirds"},
	{share, 7500, "three quarters, three-quarters, three fourths"},
	{share, 2000, "a fifth, one fifth, one-fifth"},
	{share, 1000, "a tenth, one tenth, one-tenth"},
	{share, 5000, "half of, half the, one half, one-half, 一半 半数 过半"},
	{share, 8000, "four fifths, four-fifths"},
	{share, 4000, "two fifths, two-fifths"},
	{share, 6000, "three fifths, three-fifths"},
}
