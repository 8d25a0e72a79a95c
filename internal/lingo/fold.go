// Package lingo is what the rules that read sentences have in common: a text folded so
// that one spelling stands for all, and a lexicon that finds the longest word at a place.
//
// Nothing here changes once it is built; all of it is safe for concurrent use.
package lingo

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Text is what the rules look at: lower case, half width, simplified characters and
// plain punctuation, one rune for each of the original.
type Text struct {
	Source string
	Runes  []rune
	// At is the byte of Source where each rune begins, and at last its length.
	At []int
	// Hans counts the Chinese characters, Letters the Latin ones.
	Hans, Letters int
}

// Fold reads a text.
func Fold(s string) Text {
	n := utf8.RuneCountInString(s)
	f := Text{Source: s, Runes: make([]rune, 0, n), At: make([]int, 0, n+1)}
	for i, r := range s {
		r = FoldRune(r)
		switch {
		case IsHan(r):
			f.Hans++
		case IsLetter(r):
			f.Letters++
		}
		f.Runes = append(f.Runes, r)
		f.At = append(f.At, i)
	}
	f.At = append(f.At, len(s))
	return f
}

// Upper reports whether the original of rune i is a capital letter.
func (t Text) Upper(i int) bool {
	r, _ := utf8.DecodeRuneInString(t.Source[t.At[i]:])
	return unicode.IsUpper(r) || (r >= 'Ａ' && r <= 'Ｚ')
}

// Chinese reports whether the text is rather Chinese than English.
func (t Text) Chinese() bool { return t.Hans > 0 && t.Hans*3 >= t.Letters/2 }

// FoldRune is one rune folded.
func FoldRune(r rune) rune {
	switch {
	case r < utf8.RuneSelf:
		return unicode.ToLower(r)
	case r >= '！' && r <= '～': // the full-width forms of ASCII
		return unicode.ToLower(r - '！' + '!')
	}
	if plain, ok := simplified[r]; ok {
		return plain
	}
	return unicode.ToLower(r)
}

// IsHan reports whether a rune is a Chinese character.
func IsHan(r rune) bool {
	return (r >= 0x4E00 && r <= 0x9FFF) || (r >= 0x3400 && r <= 0x4DBF) || r == '〇'
}

// IsLetter reports whether a folded rune is a Latin letter.
func IsLetter(r rune) bool {
	return (r >= 'a' && r <= 'z') || (r > 0xBF && r < 0x250 && r != '×' && r != '÷')
}

// IsDigit reports whether a folded rune is a digit.
func IsDigit(r rune) bool { return r >= '0' && r <= '9' }

// IsSpace reports whether a folded rune is a blank.
func IsSpace(r rune) bool { return r == ' ' || r == '\t' || r == '\n' || r == '\r' }

// simplified gives the simplified form of the traditional characters of office
// prose, and the plain form of punctuation.
var simplified = foldTable(traditional, punctuation)

func foldTable(pairs ...string) map[rune]rune {
	table := map[rune]rune{}
	for _, all := range pairs {
		for pair := range strings.FieldsSeq(all) {
			from, size := utf8.DecodeRuneInString(pair)
			to, _ := utf8.DecodeRuneInString(pair[size:])
			table[from] = to
		}
	}
	for _, blank := range "\u00A0\u3000\u2002\u2003\u2009\u202F" {
		table[blank] = ' '
	}
	return table
}

const punctuation = `
。. 、, 【( 】) 〔( 〕) 「" 」" 『" 』" 《" 》" “" ”" ‘' ’' ″" ﹪% ﹥> ﹤< ≧≥ ≦≤ ⩾≥ ⩽≤ ➔→ ➜→ ➡→ ⇒→ ⟶→ ⇨→ ►→ –- ‑- −- ─— ―— 〜~ ∼~ ∽~ ﹣- ⁓~ ￥¥ ￡£ ·· ：: ；;`

// traditional lists pairs of a traditional character and its simplified form.
const traditional = `
萬万 億亿 兩两 個个 們们 來来 對对 時时 間间 內内 於于 與与 為为 爲为 從从 過过 達达 實实 現现 點点 單单 價价 標标 準准 業业 務务 專专 產产 發发 經经
濟济 營营 運运 銷销 貨货 財财 費费 資资 購购 貿贸 賣卖 買买 賬账 帳账 額额 預预 數数 據据 統统 計计 劃划 畫画 設设 備备 開开 關关 閉闭 閱阅 門门 問问
題题 顧顾 顯显 願愿 類类 頁页 項项 順顺 須须 領领 頻频 風风 飛飞 飯饭 館馆 養养 驗验 驅驱 體体 髮发 齊齐 齡龄 龍龙 團团 隊队 員员 職职 聯联 聽听 聲声
舉举 舊旧 莊庄 華华 萊莱 藝艺 藥药 蘇苏 處处 號号 術术 衛卫 補补 裝装 製制 複复 見见 規规 視视 覺觉 覽览 觀观 訂订 討讨 訓训 記记 訪访 許许 訴诉 診诊
註注 評评 詞词 試试 詢询 話话 該该 詳详 認认 誌志 語语 誤误 說说 課课 調调 談谈 請请 論论 諮咨 證证 識识 譯译 議议 護护 讀读 變变 讓让 讚赞 豐丰 負负
貢贡 責责 貫贯 貼贴 貸贷 賃赁 賓宾 賞赏 質质 贈赠 贏赢 趨趋 跡迹 躍跃 車车 軟软 軌轨 較较 載载 輔辅 輕轻 輛辆 輪轮 輸输 輯辑 轉转 辦办 農农 這这 連连
進进 遊游 違违 遞递 遠远 適适 遲迟 選选 遺遗 還还 邊边 郵邮 鄉乡 醫医 釋释 裡里 裏里 針针 鈕钮 銀银 銜衔 鋪铺 錄录 錢钱 錯错 鍵键 鎖锁 鏈链 鏡镜 鐘钟
鐵铁 長长 陸陆 陳陈 陽阳 際际 隨随 險险 隱隐 雙双 雜杂 離离 難难 電电 響响 頂顶 尋寻 導导 將将 屆届 層层 屬属 島岛 師师 帶带 幣币 幫帮 幹干 幾几 庫库
應应 廠厂 廢废 廣广 廳厅 彈弹 強强 彙汇 徑径 復复 徵征 態态 慣惯 慮虑 憑凭 憶忆 懷怀 戰战 戶户 掃扫 採采 換换 揮挥 損损 搶抢 擇择 擊击 擔担 擬拟 擴扩
攝摄 敗败 敘叙 斷断 晉晋 暢畅 曆历 書书 會会 東东 條条 極极 構构 樂乐 樓楼 樣样 機机 檔档 檢检 櫃柜 權权 歐欧 歲岁 歷历 歸归 殘残 減减 測测 滿满 漲涨
漸渐 潔洁 潛潜 灣湾 災灾 無无 熱热 爭争 狀状 獎奖 獨独 獲获 環环 當当 療疗 盡尽 監监 盤盘 碼码 確确 禮礼 種种 稱称 積积 穩稳 競竞 筆笔 節节 範范 簡简
簽签 籌筹 粵粤 約约 級级 納纳 純纯 紙纸 細细 終终 組组 結结 絕绝 給给 綜综 綠绿 維维 網网 緊紧 線线 編编 緩缓 練练 縮缩 縱纵 總总 績绩 織织 繪绘 繳缴
繼继 續续 纜缆 罷罢 習习 聖圣 聞闻 腳脚 腦脑 臨临 臺台 興兴 僅仅 優优 償偿 儘尽 兒儿 兌兑 冊册 凈净 淨净 凍冻 劇剧 劑剂 動动 勞劳 勝胜 勢势 勵励 勻匀
匯汇 區区 協协 卻却 參参 啟启 啓启 喪丧 嘗尝 嚴严 園园 圍围 圖图 國国 執执 場场 報报 塊块 墊垫 壓压 壞坏 夠够 獻献 奪夺 婦妇 學学 寫写 寬宽 審审 寶宝
佈布 佔占 併并 係系 倉仓 側侧 偵侦 偽伪 傑杰 傳传 債债 傷伤 僱雇 儲储 則则 剛刚 創创 劉刘 勳勋 勸劝 叢丛 吳吴 啞哑 噸吨 墻墙 夾夹 奧奥 妝妆 孫孙 宮宫
尷尴 歡欢 沒没 況况 涼凉 淚泪 溝沟 滅灭 滯滞 漁渔 濃浓 濕湿 瀏浏 煙烟 煉炼 燈灯 爐炉 牆墙 牽牵 猶犹 瑪玛 異异 畢毕 癥症 盜盗 睏困 矯矫 礎础 磚砖 禦御
稅税 穀谷 窮穷 竄窜 籃篮 糧粮 緣缘 縣县 罰罚 羅罗 腸肠 膚肤 膠胶 艦舰 蓋盖 薦荐 虧亏 蝕蚀 誠诚 誰谁 誕诞 諾诺 謝谢 譜谱 豬猪 貝贝 貧贫 賽赛 趕赶 蹤踪
軍军 鄰邻 醜丑 銳锐 鋼钢 錦锦 鎮镇 閃闪 隻只 雞鸡 雲云 靈灵 靜静 韓韩 駐驻 駕驾 騰腾 騙骗 魚鱼 鮮鲜 鳥鸟 麗丽 麥麦 黃黄 黨党 齒齿 週周 彌弥 曬晒 擁拥
掛挂 撥拨 攜携 敵敌 棄弃 樹树 檯台 洩泄 滲渗 綁绑 絲丝 繫系 罵骂 聰聪 蘭兰 誘诱 踐践 邁迈 鑑鉴 鑒鉴 闆板 闡阐 階阶 陣阵 頭头 顆颗 飲饮 餘余 饋馈 馬马
驟骤 鬆松 鬥斗 麼么 恆恒 摺折 痺痹 爾尔 慶庆 攬揽 沖冲 衝冲 決决 淺浅 滾滚 託托 訊讯 誇夸 諧谐 謹谨 贊赞 軸轴 輩辈 遷迁 闊阔 頒颁 飾饰 齣出 夥伙 夢梦
奮奋 嬰婴 寧宁 擾扰 攔拦 晝昼 暫暂 殼壳 湧涌 漿浆 潤润 祕秘 穫获 筍笋 絡络 縫缝 義义 肅肃 脈脉 腫肿 葉叶 虛虚 蟲虫 衊蔑 襲袭 訖讫 詐诈 貪贪 賴赖 蹟迹
輿舆 迴回 鉤钩 雖虽 韌韧 頓顿 饒饶 驚惊 僑侨 妳你 牠它 塵尘 廚厨 廁厕 臥卧 舖铺 喫吃 後后 昇升 乾干 麵面 徹彻 捨舍 塗涂 蘋苹 鑰钥 籤签 擋挡 擠挤 攤摊
歩步 煩烦 瑣琐 訢欣 賦赋 賠赔 賺赚 轄辖 遜逊 釐厘 鋒锋 閒闲 闢辟 陰阴 靂雳 餞饯 騎骑 驛驿 鹽盐 齋斋 壯壮 嘆叹 噴喷 嚇吓 囑嘱 墮堕 奬奖 姦奸 孃娘 屜屉
嶺岭 彥彦 徠徕 恥耻 惡恶 慘惨 憂忧 懲惩 懇恳 揀拣 搖摇 擲掷 擺摆 攢攒 曉晓 朧胧 棟栋 楊杨 櫻樱 毀毁 氣气 濾滤 灑洒 爺爷 瑩莹 甕瓮 瘋疯 皺皱 瞞瞒 碩硕
竊窃 篩筛 籠笼 糾纠 紀纪 紅红 紋纹 紛纷 紹绍 絃弦 綱纲 緒绪 緝缉 緻致 縷缕 罌罂 羨羡 翹翘 聳耸 膽胆 艙舱 蔣蒋 薩萨 蘊蕴 螢萤 蠟蜡 裊袅 襯衬 詮诠 謀谋
豎竖 賢贤 賤贱 踴踊 轟轰 辭辞 遙遥 鄭郑 釘钉 鈔钞 鉛铅 銅铜 閣阁 闖闯 隸隶 韻韵 顛颠 飄飘 駁驳 驕骄 鬧闹 鯉鲤 鴻鸿 鵬鹏
懶懒 髒脏 噁恶 賊贼 癡痴 瞭了 嗎吗 嘸呒 啲的 癱瘫 渾浑 惱恼 嬌娇 詭诡 謊谎 騷骚 傢家 囉啰 嘩哗 誹诽 謗谤 諷讽 譏讥 亂乱 鍋锅 擱搁 撿捡 撐撑 憤愤 慪怄 懸悬 瘡疮 盧卢 膩腻 莖茎 藉借 訝讶 譽誉 鈍钝 頑顽 頹颓 龜龟 甦苏 佇伫 倆俩 嗆呛 嘮唠 嚨咙 塢坞 墜坠 愛爱 慚惭 慟恸 憐怜 憊惫 懺忏 撫抚 曠旷 窩窝 簾帘 緋绯 譴谴 賂赂 趙赵 蹺跷 軀躯 轎轿 鈴铃 闕阙 頸颈 餓饿 鬱郁 黴霉 鼴鼹`
