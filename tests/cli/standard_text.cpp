// SPDX-License-Identifier: Apache-2.0
#include "standard_text.h"

#include <gtest/gtest.h>

#include <array>
#include <utility>

namespace guifan::cli_test {
namespace {

using Rows = std::initializer_list<std::pair<std::string_view, std::string_view>>;

constexpr std::array kApplicants{"natural",       "business",  "research", "welfare",
                                 "legal_service", "other_org", "total"};
constexpr std::array kResults{"upheld", "corrected", "other", "pending", "total"};

const Rows kRequests{
    {"new", "一、本年新收政府信息公开申请数量"},
    {"carried_in", "二、上年结转政府信息公开申请数量"},
    {"granted", "三、本年度办理结果\t（一）予以公开"},
    {"partly_granted", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"},
    {"refused.state_secret", "（三）不予公开\t1.属于国家秘密"},
    {"refused.law_prohibits", "2.其他法律行政法规禁止公开"},
    {"refused.security_stability", "3.危及“三安全一稳定”"},
    {"refused.third_party", "4.保护第三方合法权益"},
    {"refused.internal_affairs", "5.属于三类内部事务信息"},
    {"refused.process_information", "6.属于四类过程性信息"},
    {"refused.enforcement_file", "7.属于行政执法案卷"},
    {"refused.administrative_inquiry", "8.属于行政查询事项"},
    {"unable.not_held", "（四）无法提供\t1.本机关不掌握相关政府信息"},
    {"unable.needs_creation", "2.没有现成信息需要另行制作"},
    {"unable.unclear_after_correction", "3.补正后申请内容仍不明确"},
    {"not_processed.complaint", "（五）不予处理\t1.信访举报投诉类申请"},
    {"not_processed.repeated", "2.重复申请"},
    {"not_processed.publication", "3.要求提供公开出版物"},
    {"not_processed.excessive", "4.无正当理由大量反复申请"},
    {"not_processed.reconfirm", "5.要求行政机关确认或重新出具已获取信息"},
    {"other.not_corrected",
     "（六）其他处理\t1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"},
    {"other.fee_unpaid",
     "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"},
    {"other.misc", "3.其他"},
    {"total", "（七）总计"},
    {"carried_out", "四、结转下年度继续办理"},
};

}  // namespace

std::string StandardText::text() const {
  auto left = cells;
  const auto take = [&](const std::string& id) {
    const auto found = left.find(id);
    if (found == left.end()) return std::string("\t0");
    std::string value = "\t" + found->second;
    left.erase(found);
    return value;
  };
  std::string out = organisation + std::to_string(year) + "年政府信息公开工作年度报告\n";
  out += "一、总体情况\n各科室按月公开办事进展。\n二、主动公开政府信息情况\n";
  out += "第二十条第（一）项\n信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n";
  for (const auto& [id, label] :
       Rows{{"proactive.rules", "规章"}, {"proactive.normative_documents", "行政规范性文件"}}) {
    out += label;
    for (const std::string column : {"issued", "repealed", "in_force"})
      out += take(std::string(id) + "." + column);
    out += "\n";
  }
  out += "第二十条第（五）项\n信息内容\t本年处理决定数量\n行政许可" +
         take("proactive.licences.decisions");
  out += "\n第二十条第（六）项\n信息内容\t本年处理决定数量\n行政处罚" +
         take("proactive.penalties.decisions");
  out += "\n行政强制" + take("proactive.coercion.decisions");
  out += "\n第二十条第（八）项\n信息内容\t本年收费金额（单位：万元）\n行政事业性收费" +
         take("proactive.fees.amount");
  out += "\n三、收到和处理政府信息公开申请情况\n" + words + "\n";
  out += "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\t申请人情况\n";
  out += "自然人\t法人或其他组织\t总计\n商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\n";
  for (const auto& [id, label] : kRequests) {
    out += label;
    for (const std::string column : kApplicants)
      out += take("requests." + std::string(id) + "." + column);
    out += "\n";
  }
  out += "四、政府信息公开行政复议、行政诉讼情况\n行政复议\t行政诉讼\n";
  for (int i = 0; i < 2; ++i) {
    out += i == 0 ? "" : "\n";
    out += "结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t";
    out += i == 0 ? "未经复议直接起诉\t复议后起诉" : "结果维持\t结果纠正\t其他结果\t尚未审结\t总计";
  }
  std::string row;
  for (const std::string table : {"review", "litigation.direct", "litigation.after_review"}) {
    for (const std::string result : kResults) row += take(table + "." + result);
  }
  out += "\n" + row.substr(1) + "\n五、存在的主要问题及改进情况\n公开内容还不够细。\n";
  out += "六、其他需要报告的事项\n没有其他事项。\n";
  for (const auto& [id, value] : left) ADD_FAILURE() << "no such cell: " << id;
  return out;
}

}  // namespace guifan::cli_test
