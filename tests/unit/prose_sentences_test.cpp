// SPDX-License-Identifier: Apache-2.0
// Sentences of the genre, written for this test, with all that they state and nothing else. The
// report year is 2016 throughout. An empty expectation is a trap: the sentence gives no cell.
#include <gtest/gtest.h>

#include <map>
#include <sstream>

#include "prose_reading.h"

namespace guifan {
namespace {

struct Sentence {
  const char* text;
  const char* expected;  ///< short names, see kIndicators
  const char* heading = "二、政府信息公开情况";
};

const std::map<std::string, std::string> kIndicators = {
    {"new", "requests.new.total"},
    {"natural", "requests.new.natural"},
    {"orgs", "requests.new.organisations"},
    {"in", "requests.carried_in.total"},
    {"out", "requests.carried_out.total"},
    {"total", "requests.total.total"},
    {"granted", "requests.granted.total"},
    {"partly", "requests.partly_granted.total"},
    {"secret", "requests.refused.state_secret.total"},
    {"internal", "requests.refused.internal_affairs.total"},
    {"rev", "review.total"},
    {"rev.up", "review.upheld"},
    {"rev.corr", "review.corrected"},
    {"rev.oth", "review.other"},
    {"rev.pend", "review.pending"},
    {"lit", "litigation.total"},
    {"lit.up", "litigation.upheld"},
    {"lit.pend", "litigation.pending"},
    {"direct", "litigation.direct.total"},
    {"direct.up", "litigation.direct.upheld"},
    {"direct.pend", "litigation.direct.pending"},
    {"after", "litigation.after_review.total"},
};
/// A group of results without a row of its own: its 0 is the 0 of each of its rows.
const std::map<std::string, std::vector<std::string>> kGroups = {
    {"deny0",
     {"refused.state_secret", "refused.law_prohibits", "refused.security_stability",
      "refused.third_party", "refused.internal_affairs", "refused.process_information",
      "refused.enforcement_file", "refused.administrative_inquiry"}},
    {"unable0", {"unable.not_held", "unable.needs_creation", "unable.unclear_after_correction"}},
    {"notproc0",
     {"not_processed.complaint", "not_processed.repeated", "not_processed.publication",
      "not_processed.excessive", "not_processed.reconfirm"}},
    {"other0", {"other.not_corrected", "other.fee_unpaid", "other.misc"}},
};

const Sentence kSentences[] = {
    {"全年全县各级行政机关共收到政府信息公开申请128件。", "new=128"},
    {"一、本年新收政府信息公开申请数量1236", ""},  // a table's row without borders
    {"本年新收政府信息公开申请数量共计12", "new=12"},
    {"本年新收政府信息公开申请数量12。", "new=12"},
    {"本年新收政府信息公开申请数量7", "new=7"},
    {"2016年\uFFFD收到政府信息公开申请5件。", ""},  // the lost character may be 未
    {"\uFFFD总体情况良好。2016年收到政府信息公开申请5件。", "new=5"},
    {"全年受理依申请公开25件,全部按时办结。", "new=25"},
    {"本年度我局共接到公民提出的信息公开申请5宗。", "new=5"},
    {"2016年度共收到依申请公开事项72例。", "new=72"},
    {"我局共受理信息公开申请3份,均已书面答复。", "new=3"},
    {"2016年我镇接收政府信息公开申请4个。", "new=4"},
    {"截至2016年12月31日,本机关收到政府信息公开申请 34 件。", "new=34"},
    {"收到群众要求公开政府信息的申请2起。", "new=2"},
    {"全年收到申请公开政府信息的信件6封。", "new=6"},
    {"今年以来,全局共收到政府信息公开申请十二件。", "new=12"},
    {"本年度共有3件政府信息公开申请。", "new=3"},
    {"2016年我委收到的政府信息公开申请共计15件。", "new=15"},
    {"2016年,公民、法人和其他组织向我局提出政府信息公开申请8件。", "new=8"},
    {"政府信息公开申请数量为9件。", "new=9"},
    {"依申请公开:2件。", "new=2"},
    {"收到书面申请4件。", ""},
    {"经查找，所申请信息不存在的有3件。", ""},
    {"申请公开的政府信息不存在，已逐一说明。", ""},
    {"6.申请信息不存在数、59", ""},
    {"本年度受理申请17件,办结16件,结转下年办理1件。", "new=17 total=16 out=1"},
    {"2016年共收到公开申请11件。", "new=11"},
    {"全区共收到政府信息公开申请1,024件。", "new=1024"},
    {"全年收到依申请公开件7件。", "new=7"},
    {"2016年共登记受理政府信息公开申请20件。", "new=20"},
    {"我街道2016年收到政府信息依申请公开3件。", "new=3"},
    {"新收政府信息公开申请30件,上年结转2件。", "new=30 in=2"},
    {"收到政府信息公开申请5条。", "new=5"},
    {"依申请公开情况:本年度共收到3件,均予以公开。", "new=3"},
    {"2016年,我局共收到有关土地征收的政府信息公开申请14件。", "new=14"},
    {"2016年度,县政府办公室共收到政府信息公开申请21件,其中当面申请3件,网上申请12件,信函申请6件。",
     "new=21"},
    {"全年通过网络、信函等渠道共收到政府信息公开申请19件。", "new=19"},
    {"全年通过网站收到政府信息公开申请9件。", ""},
    {"收到政府信息公开申请17件办结16件结转1件。", "new=17 total=16 out=1"},
    {"我局2016年未收到公民、法人或其他组织的政府信息公开申请。", "new=0"},
    {"2016年没有接到任何单位和个人要求公开政府信息的申请。", "new=0"},
    {"本年度尚无政府信息公开申请。", "new=0"},
    {"全年无依申请公开事项。", "new=0"},
    {"2016年度无人申请公开政府信息。", "new=0"},
    {"本单位从未受理过政府信息公开申请。", "new=0"},
    {"依申请公开情况:无。", "new=0"},
    {"2016年,没有公民、法人和其他组织向本机关提出信息公开申请。", "new=0"},
    {"本年度政府信息公开申请为零。", "new=0"},
    {"2016年我镇收到政府信息公开申请0件,答复0件。", "new=0 total=0"},
    {"全年未发生依申请公开事项。", "new=0"},
    {"2016年未接到政府信息公开申请,也没有因政府信息公开引发的行政复议和行政诉讼。",
     "new=0 rev=0 lit=0"},
    {"本年度,我局没有收到过依申请公开政府信息的请求。", "new=0"},
    {"2016年没有依申请公开的政府信息。", "new=0"},
    {"今年我乡无一例政府信息公开申请。", "new=0"},
    {"2016年我办政府信息公开申请数为0。", "new=0"},
    {"截至年底,未收到政府信息公开申请。", "new=0"},
    {"2016年,依申请公开数量为0件,行政复议0件,行政诉讼0件。", "new=0 rev=0 lit=0"},
    {"2016年未收到申请人提出的信息公开申请。", "new=0"},
    {"本局没有收到信函、传真、网上等形式的政府信息公开申请。", "new=0"},
    {"未收到通过网络、信函等方式提出的政府信息公开申请。", "new=0"},
    {"2016年,未有公民向我镇提出依申请公开申请。", "new=0"},
    {"我镇2016年度未收到任何依申请公开的信函、电话。", ""},
    {"2016年未发生行政复议和行政诉讼案件。", "rev=0 lit=0"},
    {"全年没有因政府信息公开被申请行政复议或提起行政诉讼。", "rev=0 lit=0"},
    {"行政复议、诉讼:无。", "rev=0 lit=0"},
    {"行政复议和行政诉讼均为零。", "rev=0 lit=0"},
    {"本年度行政复议0件、行政诉讼0件。", "rev=0 lit=0"},
    {"2016年没有收到行政复议申请。", "rev=0"},
    {"2016年度未被提起行政诉讼。", "lit=0"},
    {"2016年没有发生因信息公开引起的投诉、复议、诉讼。", "rev=0 lit=0"},
    {"全年未发生行政复议、行政诉讼及申诉。", "rev=0 lit=0"},
    {"未出现因信息公开工作不到位导致的行政复议、行政诉讼。", "rev=0 lit=0"},
    {"我局无行政复议、行政诉讼情况。", "rev=0 lit=0"},
    {"2016年没有发生举报投诉、行政复议、行政诉讼等情况。", "rev=0 lit=0"},
    {"行政复议、行政诉讼案件均未发生。", "rev=0 lit=0"},
    {"没有出现行政复议现象。", "rev=0"},
    {"因政府信息公开申请行政复议、提起行政诉讼的情况:2016年度没有发生。", "rev=0 lit=0"},
    {"2016年度未发生涉及政府信息公开的复议案件、诉讼案件。", "rev=0 lit=0"},
    {"本年度无此类情况。", "rev=0 lit=0", "五、行政复议、诉讼情况"},
    {"2016年,我局未发生此类案件。", "rev=0 lit=0", "五、政府信息公开行政复议、行政诉讼情况"},
    {"无", "new=0", "三、依申请公开政府信息情况"},
    {"无。", "", "四、政府信息公开的收费及减免情况"},
    {"2016年无。", "rev=0 lit=0", "三、行政复议、诉讼和申诉情况"},
    {"无", "rev=0", "四、行政复议情况"},
    {"没有发生。", "rev=0 lit=0", "五、因政府信息公开申请行政复议、提起行政诉讼的情况"},
    {"2016年共发生行政复议案件2起。", "rev=2"},
    {"因政府信息公开被申请行政复议4件,其中维持3件,纠正1件。", "rev=4 rev.up=3 rev.corr=1"},
    {"行政复议5件,均获维持。", "rev=5 rev.up=5 rev.corr=0 rev.oth=0 rev.pend=0"},
    {"行政复议3件、行政诉讼2件,均获维持。", "rev=3 rev.up=3 rev.corr=0 rev.oth=0 rev.pend=0 lit=2"},
    {"被申请行政复议1件,维持原行政行为。", "rev=1 rev.up=1 rev.corr=0 rev.oth=0 rev.pend=0"},
    {"提起行政诉讼1件,尚未审结。", "lit=1"},
    {"全年发生2件行政复议、1件行政诉讼。", "rev=2 lit=1"},
    {"行政诉讼案件3件,其中未经复议直接起诉2件,复议后起诉1件。", "lit=3 direct=2 after=1"},
    {"行政复议、行政诉讼各1件。", "rev=1 lit=1"},
    {"发生行政复议、行政诉讼共3件。", ""},
    {"政府信息公开行政复议9件,结果维持5件,结果纠正1件,其他结果2件,尚未审结1件。",
     "rev=9 rev.up=5 rev.corr=1 rev.oth=2 rev.pend=1"},
    {"行政复议1件,未被纠错。", "rev=1 rev.corr=0"},
    {"县法制办全年办理行政复议案件12件。", ""},
    {"县政府行政复议办公室2016年共受理行政复议申请15件。", ""},
    {"全年审结行政复议案件20件。", ""},
    {"行政复议6件,3件维持、2件纠正、1件尚未审结。", "rev=6 rev.up=3 rev.corr=2 rev.pend=1"},
    {"收到申请12件,予以公开8件,部分公开1件,不予公开3件。", "new=12 granted=8 partly=1"},
    {"答复12件,其中同意公开8件、部分公开1件、无法提供3件。", "granted=8 partly=1"},
    {"在答复的申请中,同意公开3件,不同意公开0件。", "granted=3 deny0"},
    {"其中3件予以公开、1件部分公开。", "granted=3 partly=1"},
    {"予以公开和部分公开共15件。", ""},
    {"不予公开信息有10条。", ""},
    {"主动公开120条,依申请公开5条,不予公开3条。", ""},
    {"因涉及个人隐私不予公开2件,因涉及商业秘密不予公开0件。", ""},
    {"属于国家秘密1件,属于三类内部事务信息2件。", "secret=1 internal=2"},
    {"收到申请20件(含上年结转2件),办结19件,结转下年1件。", "in=2 total=19 out=1"},
    {"答复申请805件(含上年度结转申请18件,另有72件按规定顺延到下年度答复)。",
     "total=805 in=18 out=72"},
    {"本年新收申请18件,上年结转4件,本年办结20件,结转下年度2件。", "new=18 in=4 total=20 out=2"},
    {"无上年结转申请。", "in=0"},
    {"没有结转下年度办理的申请。", "out=0"},
    {"2015年结转2件。", "in=2"},
    {"另有2件结转至2017年办理。", "out=2"},
    {"去年结转的3件申请已全部办结。", "in=3"},
    {"去年收到政府信息公开申请5件,今年收到7件。", ""},
    {"2015年收到政府信息公开申请9件。", ""},
    {"上半年收到依申请公开4件。", ""},
    {"自2008年条例实施以来累计收到申请120件。", ""},
    {"历年累计受理政府信息公开申请300件。", ""},
    {"全年累计受理政府信息公开申请30件。", "new=30"},
    {"收到政府信息公开申请30件,比上年增加5件,办结28件。", "new=30 total=28"},
    {"与去年相比,申请量增加12件。", ""},
    {"收到申请同比增长12%。", ""},
    {"2016年3月收到信息公开申请1件。", ""},
    {"收到政府信息公开申请近50件。", ""},
    {"收到政府信息公开申请100余件。", ""},
    {"收到政府信息公开申请约30件。", ""},
    {"收到政府信息公开申请20多件。", ""},
    {"收到政府信息公开申请3-5件。", ""},
    {"收到政府信息公开申请1.2万件。", ""},
    {"便民服务中心窗口受理申请5210件。", ""},
    {"全年受理行政许可申请30件。", ""},
    {"共受理低保申请12件。", ""},
    {"受理法律援助申请9件。", ""},
    {"完善依申请公开制度2项。", ""},
    {"编制依申请公开目录46条。", ""},
    {"作为依申请公开信息46条。", ""},
    {"答复网民来信30件。", ""},
    {"答复人大代表建议12件,政协提案9件。", ""},
    {"办结群众投诉8件。", ""},
    {"回复咨询45件。", ""},
    {"自收到申请之日起15个工作日内予以答复。", ""},
    {"如未收到申请,应及时报告。", ""},
    {"印制政府信息公开申请表200份。", ""},
    {"收到政府信息公开申请的部门有3个。", ""},
    {"全县有12个单位收到政府信息公开申请。", ""},
    {"本年度未收到重复申请。", ""},
    {"没有一件申请未按时答复。", ""},
    {"政府信息公开申请无一超期。", ""},
    {"政府信息公开申请均未超期。", ""},
    {"依申请公开工作未出现差错。", ""},
    {"申请人均未提起行政复议、行政诉讼。", "rev=0 lit=0"},
    {"尚未开展依申请公开工作培训。", ""},
    {"没有发生违反依申请公开规定的行为。", ""},
    {"没有政府信息公开申请办理超期的情况。", ""},
    {"没有未答复的政府信息公开申请。", ""},
    {"未制作依申请公开信息目录。", ""},
    {"行政复议机构未发生变化。", ""},
    {"《中华人民共和国行政复议法》修订后,未组织学习3次。", ""},
    {"行政复议决定维持3件。", ""},
    {"诉讼费用0元。", ""},
    {"未收到政府信息公开咨询。", ""},
    {"没有向依申请公开对象收取复印、传真等任何费用。", ""},
    {"全年政府信息公开收费0元。", ""},
    {"本报告由概述、依申请公开情况、行政复议和诉讼情况等七个部分组成。", ""},
    {"三、因政府信息公开申请行政复议、提起行政诉讼的情况", ""},
    {"全市共受理政府信息公开申请500件,其中市政府办公室受理17件。", "new=500"},
    {"收到政府信息公开申请50件,其中涉及征地拆迁30件。", "new=50"},
    {"全年共收到政府信息公开申请11件,其中自然人申请10件,法人或其他组织申请1件。",
     "new=11 natural=10 orgs=1"},
    {"共收办政府信息公开申请36件,其中自然人申请30件。", ""},
    {"收到政府信息公开申请66件(其中上年结转6件),自然人申请60件。", "in=6"},
    {"受理并答复政府信息公开申请8件。", "new=8"},
    {"全年办理政府信息公开申请40件。", ""},
    {"处理依申请公开16件。", ""},
    {"2016年,我局政府信息公开申请受理量为6件。", "new=6"},
    {"全年零申请、零复议、零诉讼。", "new=0 rev=0 lit=0"},
    {"(三)行政复议情况:0件。(四)行政诉讼情况:0件。", "rev=0 lit=0"},
    {"2014年、2015年、2016年分别收到申请3件、5件、8件。", ""},
    {"对收到的3件政府信息公开申请,均按时进行了答复。", "new=3"},
    {"收到的2件申请中,1件予以公开,1件部分公开。", "new=2 granted=1 partly=1"},
    {"全年受理依申请公开件二十一件。", "new=21"},
    {"办结率100%,满意率98%。", ""},
    {"收到政府信息公开申请表4份。", ""},
    {"行政复议案件同比减少2件。", ""},
    {"2016年我镇被行政复议、行政诉讼0次。", "rev=0 lit=0"},
    {"2017年未收到政府信息公开申请。", ""},
    {"上年度未发生行政复议。", ""},
    {"防止发生行政复议、行政诉讼。", ""},
    {"力争做到无行政复议、无行政诉讼。", ""},
    {"近三年来未发生行政复议、行政诉讼。", "rev=0 lit=0"},
    {"收到依申请公开申请一起。", "new=1"},
    {"政府信息公开办公室电话0580-4406225,受理申请。", ""},
    {"按照《政府信息公开条例》第33条规定,收到申请当场答复。", ""},
    {"2016年全县共收到有关政府信息公开的申请7条,网上申请数3条,信函申请数4条。", "new=7"},
    {"因政府信息公开引发行政复议7件、诉讼9件,均获维持。",
     "rev=7 rev.up=7 rev.corr=0 rev.oth=0 rev.pend=0 lit=9"},
    {"全年发生针对本机关的行政复议1件,未被复议审查机关纠错。", "rev=1 rev.corr=0"},
    {"受理机构共受理申请0件。", "new=0"},
    {"我镇共收到依申请信息公开2件。", "new=2"},
    {"年度内无政府信息公开申请行政复议,无提起行政诉讼。", "rev=0 lit=0"},
    {"共受理公民、法人及其他组织申请公开政府信息3件。", "new=3"},
    {"受理群众依申请公开信息2条。", "new=2"},
    {"依申请公开受理0件。", "new=0"},
    {"我局尚未接到公民、法人或其他组织要求提供信息的申请。", "new=0"},
    {"没有申请人提出公开申请。", "new=0"},
    {"收到涉及本机关的政府信息公开申请6件(其中自然人5件、法人1件)。", "new=6 natural=5"},
    {"全年共答复政府信息公开申请22件。", "total=22"},
    {"收到信息公开申请8件,答复8件,答复率达到100%。", "new=8 total=8"},
    {"对政府信息公开申请不予公开答复0件。", "deny0"},
    {"政务服务热线共受理群众诉求申请3456件。", ""},
    {"收到企业开办申请100件。", ""},
    {"受理信息变更申请20件。", ""},
    {"受理工程建设项目申请30件。", ""},
    {"收到政府信息公开平台注册申请12件。", ""},
    {"政府信息公开申请办理时限缩短3个工作日。", ""},
    {"收到政府信息公开申请后,3个工作日内登记。", ""},
    {"梳理依申请公开事项12项。", ""},
    {"公布依申请公开事项5件。", ""},
    {"整理依申请公开档案8件。", ""},
    {"举办依申请公开培训2次。", ""},
    {"抽查政府信息公开申请答复20件。", ""},
    {"评查行政复议案件5件。", ""},
    {"行政诉讼败诉率为0。", ""},
    {"行政复议案件败诉0件。", ""},
    {"行政诉讼一审胜诉2件。", ""},
    {"没有发生行政复议被撤销、变更、确认违法案件。", ""},
    {"未发生行政复议纠错、行政诉讼败诉案件。", ""},
    {"网民留言答复30件。", ""},
    {"12345热线工单答复300件。", ""},
    {"收到政府信息公开申请3件。承办提案10件,答复10件。", "new=3"},
    {"受理依申请公开5件,办结5件,其中办结网上申请3件。", "new=5 total=5"},
    {"2016年1月1日至2016年12月31日,共收到政府信息公开申请5件。", "new=5"},
    {"截至2017年1月20日,共收到政府信息公开申请5件。", ""},
    {"今年1-12月,共收到政府信息公开申请3件。", "new=3"},
    {"今年1-9月,共收到政府信息公开申请3件。", ""},
    {"今年前9个月收到政府信息公开申请3件。", ""},
    {"(四)行政复议、诉讼情况。本年度无。", "rev=0 lit=0"},
    {"行政复议、诉讼和申诉情况 无。", "rev=0 lit=0"},
    {"行政复议案件数:0;行政诉讼案件数:0。", "rev=0 lit=0"},
    {"没有发生申请行政复议、提起行政诉讼和投诉、举报的情况。", "rev=0 lit=0"},
    {"2016年度本单位没有因政府信息公开申请行政复议,提起行政诉讼的情况。", "rev=0 lit=0"},
    {"本年度没有收到政府信息公开申请、没有发生行政复议和行政诉讼。", "new=0 rev=0 lit=0"},
    {"与行政复议、行政诉讼有关的费用支出:无。", ""},
    {"行政复议、行政诉讼费用0元。", ""},
    {"2016年,我局共受理审批事项117件,办结171件,办结率100%。", ""},
    {"办结率100%,办结申请100%。", ""},
    {"全年未收到政府信息公开申请,行政复议案件1件。", "new=0 rev=1"},
    {"没有收到不服政府信息公开答复的行政复议。", "rev=0"},
    {"全年无行政复议、行政诉讼和举报投诉发生。", "rev=0 lit=0"},
    {"未发生一起行政复议、行政诉讼案件。", "rev=0 lit=0"},
    {"没有发生一起因政府信息公开引起的行政复议案件。", "rev=0"},
    {"没有收到一件政府信息公开申请。", "new=0"},
    {"未出现行政复议、行政诉讼案件,群众满意度较高。", "rev=0 lit=0"},
    {"全年未发生行政复议、诉讼等情况,未收取费用。", "rev=0 lit=0"},
    {"无依申请公开、无行政复议、无行政诉讼。", "new=0 rev=0 lit=0"},
    {"目前暂未收到政府信息公开申请。", "new=0"},
    {"本镇暂无依申请公开信息情况。", "new=0"},
    {"2016年没有公民提出依申请公开要求。", "new=0"},
    {"2016年依申请公开零申请。", "new=0"},
    {"我单位本年度没有政府信息公开行政复议、行政诉讼的情况。", "rev=0 lit=0"},
    {"本年度我局政府信息公开工作未引起行政复议、行政诉讼。", "rev=0 lit=0"},
    {"年内没有公民、法人或者其他组织因政府信息公开对本机关提起行政复议或行政诉讼。", "rev=0 lit=0"},
    {"2016年全年未被申请复议,未被提起诉讼。", "rev=0 lit=0"},
    {"2016年被申请行政复议0次、被提起行政诉讼0次。", "rev=0 lit=0"},
    {"2016年度共收到政府信息公开申请的数量为6件,其中网上申请4件、信函申请2件,均已答复。", "new=6"},
    {"2016年度,本机关共收到公民、法人和其他组织提交的政府信息公开申请书9份。", "new=9"},
    {"2016年收到政府信息公开申请31件。包括2015年结转的申请3件。", "in=3"},
    {"受理政府信息公开申请31件。其中上年结转3件,本年新收28件。", "in=3 new=28"},
    {"全年受理政府信息公开申请31件,均已办结。上述申请中,3件为上年结转。", "in=3"},
    {"收到政府信息公开申请31件。办结30件,其中上年结转3件。", "new=31 total=30 in=3"},
    {"收到政府信息公开申请31件。\n其中上年结转3件。", "in=3"},
    {"全市收到政府信息公开申请310件。其中,市政府办公室收到政府信息公开申请31件。", "new=310"},
    {"截至2016年底,累计收到政府信息公开申请62件,其中2016年收到政府信息公开申请7件。", "new=7"},
    {"截至2016年底,累计收到政府信息公开申请62件,其中本年度7件。", ""},
    {"共收到政府信息公开申请62件,其中2016年7件。", ""},
    {"全年共收到政府信息公开申请62件,其中本年度办结60件。", "new=62 total=60"},
    {"在政务服务大厅收到政府信息公开申请2件。", ""},
    {"通过省级平台收到政府信息公开申请4件,现场收到1件。", ""},
    {"收到县政府转来的依申请公开3件。", ""},
    {"收到政府信息公开申请9件,其中5件移送有关单位,4件由我局答复。", "new=9"},
    {"收到政府信息公开申请3件(含重复申请1件)。", "new=3"},
    {"收到政府信息公开申请8件,其中涉及行政执法案卷2件。", "new=8"},
    {"全年审查信息90条,其中属于国家秘密的2件。依申请公开5件。", "new=5"},
    {"审核信息30件,予以公开25件,不予公开5件。依申请公开工作规范有序。", ""},
    {"收到行政复议1件,申请人撤回申请,维持原答复。", "rev=1"},
    {"行政复议2件,均被驳回,维持原答复。", "rev=2"},
    {"没有针对我镇政府信息公开申请而提起行政复议和行政诉讼的情况发生。", "rev=0 lit=0"},
    {"我镇2016年度无申请。", "", "五、因政府信息公开申请行政复议、提起行政诉讼的情况"},
    {"我镇2016年度无申请。", "", "四、依申请公开政府信息收费及减免情况"},
    {"我镇2016年度无申请。", "new=0", "三、依申请公开政府信息和不予公开政府信息情况"},
    {"2016年度收到申请2件。", "", "五、行政复议、行政诉讼情况"},
    {"2016年度收到政府信息公开申请2件。", "new=2", "五、行政复议、行政诉讼情况"},
    {"(四)行政复议情况。收到申请2件。", ""},
    {"公文类政府信息200件,主动公开150件,占75%;依申请公开30件,占15%。", ""},
    {"因答复被申请行政复议9件,全部维持。", "rev=9 rev.up=9 rev.corr=0 rev.oth=0 rev.pend=0"},
    {"发生行政诉讼2件、行政复议3件,其中维持4件。", "lit=2 rev=3"},
    {"发生行政诉讼2件、行政复议3件。其中维持4件,尚未审结1件。", "lit=2 rev=3"},
    {"行政复议3件,其中维持2件,行政诉讼2件,其中维持1件。", "rev=3 rev.up=2 lit=2 lit.up=1"},
    {"收到政府信息公开申请7件。收到行政复议3件,办结2件,维持2件。", "new=7 rev=3 rev.up=2"},
    {"收到政府信息公开申请7件,办结7件,行政复议1件。", "new=7 total=7 rev=1"},
    {"收到政府信息公开申请8件。8件办理结果为部分公开。", "new=8 partly=8"},
    {"收到政府信息公开申请6件(包括去年转来的1件)。", "in=1"},
    {"收到政府信息公开申请6件(含去年1件)。", ""},
    {"收到政府信息公开申请6件,其中2015年的1件。", ""},
    {"收到政府信息公开申请6件,办结5件。另有1件于2017年1月答复。", "new=6 total=5"},
    {"2件在2017年办结。", ""},
    {"2016年我局未受理政府信息公开申请。", "new=0"},
    {"2016年未收到和处理政府信息公开申请。", "new=0"},
    {"收到8件依申请公开件,办理完成7件,结转下年度继续办理1件。", "new=8 total=7 out=1"},
    {"行政诉讼3件,其中未经复议直接起诉2件(维持1件,尚未审结1件),复议后起诉1件。",
     "lit=3 direct=2 direct.up=1 direct.pend=1 after=1"},
    {"未经复议直接起诉2件、复议后起诉1件,其中维持1件。", "direct=2 after=1"},
    {"本季度未收到政府信息公开申请。", ""},
    {"每季度收到政府信息公开申请3件。", ""},
    {"收到政府信息公开申请8件,其中土地类3件予以公开。", "new=8"},
    {"收到政府信息公开申请8件,补正2件,答复5件。", "new=8"},
    {"没有收到符合条件的政府信息公开申请。", ""},
    {"收到涉密信息公开申请2件。", ""},
    {"截至2016年底,我局共收到政府信息公开申请10件,已办结9件,1件正在办理。", "new=10 total=9"},
    {"截至2016年12月31日,累计收到政府信息公开申请55件。", "new=55"},
    {"全市收到申请100件,同比下降5.5%,办结98件,结转2017年2件。", "new=100 total=98 out=2"},
    {"收到申请60件(其中自然人58件),办结59件。", "new=60 natural=58 total=59"},
    {"当年新收政府信息公开申请45件,其中自然人43件,法人或其他组织2件。", "new=45 natural=43 orgs=2"},
    {"2016年全年共收到政府信息公开申请6件,全部为自然人申请。", "new=6"},
    {"共收到政府信息公开申请4件,分别为当面申请1件、网络申请3件。", "new=4"},
    {"因申请人撤回申请,终止办理1件。", ""},
    {"无法提供0件,不予处理0件,其他处理0件。", "unable0 notproc0 other0"},
    {"不予处理3件,均为重复申请。", ""},
    {"予以公开5件、不予公开0件、部分公开1件。", "granted=5 partly=1 deny0"},
    {"同意公开的5件,部分公开的1件,不同意公开的1件。", "granted=5 partly=1"},
    {"收到申请5件,均予以公开。", "new=5"},
    {"已主动公开3件,同意公开5件,同意部分公开2件。", "granted=5 partly=2"},
    {"维持行政行为2件。", ""},
    {"行政复议2件,其中1件维持,1件撤回。", "rev=2 rev.up=1"},
    {"行政复议结果维持3件、结果纠正0件、其他结果0件、尚未审结0件,总计3件。", ""},
    {"发生行政诉讼3件,均为复议后起诉,其中结果维持2件,尚未审结1件。", "lit=3 lit.up=2 lit.pend=1"},
    {"未经复议直接起诉案件2件,结果维持1件,尚未审结1件。", "direct=2 direct.up=1 direct.pend=1"},
    {"行政复议4件,均已审结,均维持。", "rev=4 rev.up=4 rev.corr=0 rev.oth=0 rev.pend=0"},
    {"行政复议4件,其中2件均维持。", "rev=4"},
    {"行政诉讼0件,行政复议1件,维持。", "lit=0 rev=1 rev.up=1 rev.corr=0 rev.oth=0 rev.pend=0"},
    {"行政复议3件,尚未审结。", "rev=3"},
    {"因政府信息公开申请行政复议的3件,行政诉讼的0件。", "rev=3 lit=0"},
    {"2016年没有收到依申请公开行政复议申请。", "rev=0"},
    {"没有人员因政府信息公开申请行政复议。", "rev=0"},
    {"2016年,没有依申请公开政府信息,也没有不予公开政府信息的情况。", "new=0"},
    {"收费和减免情况:2016年没有收取任何费用。", ""},
    {"未发生因信息公开被举报、投诉或被申请行政复议的情况。", "rev=0"},
    {"我镇没有发生信息公开申请人不服答复而提起的行政复议和行政诉讼。", "rev=0 lit=0"},
    {"政府信息公开类行政复议、行政诉讼均为0。", "rev=0 lit=0"},
    {"行政复议、行政诉讼情况为零。", "rev=0 lit=0"},
    {"零投诉、零复议、零诉讼。", "rev=0 lit=0"},
    {"本年度本机关未收到信息公开申请,因此无办理结果。", "new=0"},
    {"2016年收到申请事项0项。", "new=0"},
    {"本单位2016年度没有收到来自社会的公开申请。", "new=0"},
    {"截至2016年12月31日,累计收到政府信息公开申请50件,其中本年度收到申请8件。", "new=8"},
    {"自2008年5月1日至2016年12月31日,累计收到政府信息公开申请50件。", ""},
    {"自条例施行以来,截至2016年12月31日,累计收到政府信息公开申请50件。", ""},
    {"截至2016年6月30日,累计收到政府信息公开申请5件。", ""},
    {"截至2016年底,本机关累计收到公民提出的政府信息公开申请4件。", "new=4"},
    {"累计收到政府信息公开申请50件。", ""},
};

std::vector<std::string> spelled_out(const std::string& expected) {
  std::vector<std::string> list;
  std::istringstream stream(expected);
  for (std::string item; stream >> item;) {
    if (const auto group = kGroups.find(item); group != kGroups.end()) {
      for (const auto& row : group->second) list.push_back("requests." + row + ".total=0");
      continue;
    }
    const auto equals = item.find('=');
    list.push_back(kIndicators.at(item.substr(0, equals)) + item.substr(equals));
  }
  std::sort(list.begin(), list.end());
  return list;
}

TEST(ProseSentences, StateWhatTheySayAndNothingElse) {
  ASSERT_NE(shipped_layouts().prose(), nullptr);
  for (const Sentence& sentence : kSentences) {
    EXPECT_EQ(test::stated(test::read_prose(sentence.text, 2016, sentence.heading)),
              spelled_out(sentence.expected))
        << sentence.text;
  }
}

TEST(ProseFigures, CarryQuotePlaceAndOneTokenForEachNumber) {
  const auto findings = test::read_prose("全年工作有序。不予处理0件,予以公开 4 件!", 2016);
  ASSERT_EQ(findings.tokens.size(), 2u);
  EXPECT_EQ(findings.tokens[0].text, "0");
  std::size_t zeros = 0;
  for (const Figure& figure : findings.figures) {
    EXPECT_EQ(figure.quote, "不予处理0件,予以公开 4 件");
    EXPECT_EQ(figure.place.line, 2u);
    EXPECT_EQ(figure.evidence, Evidence::Prose);
    ASSERT_EQ(figure.tokens.size(), 1u);
    zeros += figure.tokens.front() == 0;
  }
  EXPECT_EQ(zeros, 6u);  // the group and its five rows share one printed number
}

TEST(ProseFigures, QuoteKeepsTheOriginalScript) {
  const auto findings =
      test::read_prose("全年工作有序。本機關２０１６年收到政府信息公開申請１２件。", 2016);
  ASSERT_EQ(findings.figures.size(), 1u);
  EXPECT_EQ(findings.figures[0].quote, "本機關２０１６年收到政府信息公開申請１２件");
  EXPECT_EQ(findings.figures[0].value, "12");
  EXPECT_EQ(findings.figures[0].unit, "件");
  EXPECT_FALSE(findings.figures[0].zero_statement);
  EXPECT_EQ(findings.figures[0].scope, Scope::OwnBody);
}

TEST(ProseFigures, DoubtfulZeroSaysSo) {
  const auto findings = test::read_prose("2016年没有依申请公开的政府信息。", 2016);
  ASSERT_EQ(findings.figures.size(), 1u);
  EXPECT_EQ(findings.figures[0].caveat, "low-confidence");
  EXPECT_TRUE(findings.figures[0].zero_statement);
  EXPECT_TRUE(findings.figures[0].tokens.empty());
}

TEST(ProseFigures, ContradictingStatementsBothStand) {
  const auto findings =
      test::read_prose("全市共收到政府信息公开申请9件。\n本机关收到政府信息公开申请4件。", 2016);
  ASSERT_EQ(findings.figures.size(), 2u);
  EXPECT_EQ(findings.figures[0].scope, Scope::WholeArea);
  EXPECT_EQ(findings.figures[1].scope, Scope::OwnBody);
}

TEST(ProseFigures, TheFirstReportsYearBeginsInMay) {
  const char* since = "自2008年5月1日条例实施以来,我局共收到政府信息公开申请9件。";
  EXPECT_EQ(test::stated(test::read_prose(since, 2008)),
            std::vector<std::string>{"requests.new.total=9"});
  EXPECT_EQ(test::stated(test::read_prose(since, 2009)), std::vector<std::string>{});
  const char* until = "2008年5月1日至12月31日,我局共收到政府信息公开申请9件。";
  EXPECT_EQ(test::stated(test::read_prose(until, 2008)),
            std::vector<std::string>{"requests.new.total=9"});
  EXPECT_EQ(test::stated(test::read_prose("2008年5月1日至6月30日,收到政府信息公开申请9件。", 2008)),
            std::vector<std::string>{});
}

TEST(ProseFigures, AnotherBodysCountIsNotTheReports) {
  struct Case {
    const char *text, *organisation, *expected;
  };
  const Case cases[] = {
      {"县教育局收到政府信息公开申请3件。", "云溪县人民政府", ""},
      {"县教育局收到政府信息公开申请3件。", "云溪县教育局", "requests.new.total=3"},
      {"2016年,市人社局共收到政府信息公开申请3件。", "云溪市人力资源和社会保障局",
       "requests.new.total=3"},
      {"2016年柳荫街道办事处未收到政府信息公开申请。", "柳荫街道", "requests.new.total=0"},
      {"柳荫镇未收到政府信息公开申请。", "云溪县人民政府", ""},
      {"县公安局被申请行政复议2件。", "云溪县", ""},
      {"各镇、县直各部门共收到政府信息公开申请3件。", "云溪县", "requests.new.total=3"},
      {"县教育局收到政府信息公开申请3件。", "", "requests.new.total=3"},
  };
  for (const Case& c : cases) {
    const auto found = test::stated(test::read_prose(c.text, 2016, "二、情况", c.organisation));
    const std::vector<std::string> expected =
        *c.expected == 0 ? std::vector<std::string>{} : std::vector<std::string>{c.expected};
    EXPECT_EQ(found, expected) << c.text << " in the report of " << c.organisation;
  }
}

TEST(ProseFigures, PartsAndDocumentsAreNoEvidence) {
  const auto findings = test::read_prose(
      "在线咨询820件。公开重要工作会议22条。同意公开3件、已主动公开2件。投诉咨询31件。", 2016);
  for (const Figure& figure : findings.figures) EXPECT_FALSE(figure.indicator.starts_with("ind."));
}

TEST(ProseFigures, NumbersWithoutACellAreKeptAsEvidence) {
  const auto findings = test::read_prose(
      "主动公开政府信息138条,其中网站公开120条。共组织了8次听证会。收取信息处理费400元。", 2016);
  std::vector<std::string> found;
  for (const Figure& figure : findings.figures) {
    found.push_back(figure.indicator + "=" + figure.value + figure.unit);
  }
  EXPECT_EQ(found, (std::vector<std::string>{"ind.proactive_total=138条", "ind.hearings=8次",
                                             "ind.fee_processing=400元"}));
}

TEST(ProseFigures, OneLongSentenceTakesLinearTime) {
  std::string text;
  while (text.size() < 400'000) text += "收到有关政府信息公开的申请和行政复议、诉讼";
  EXPECT_TRUE(test::read_prose(text, 2016).figures.empty());
}

TEST(ProseFigures, SkippedAndRemovedBlocksAreNotRead) {
  SourceDocument document;
  for (int i = 0; i < 3; ++i) {
    Paragraph paragraph;
    paragraph.text.original = "收到政府信息公开申请3件。";
    paragraph.text.runs = {{0, {}}};
    document.blocks.emplace_back(paragraph);
  }
  normalise(document);
  ChapterPlan plan;
  plan.chapter_of_block = {3, 0, 3};
  plan.heading_level = {0, 0, 0};
  const auto findings =
      recognise_prose(document, plan, {}, {true, false, false}, shipped_layouts());
  EXPECT_EQ(findings.figures.size(), 1u);
}

}  // namespace
}  // namespace guifan
