// SPDX-License-Identifier: Apache-2.0
// The supplementary table of a file that guifan wrote: figures that were residue and stay residue.
#pragma once

#include "guifan/recognise.h"
#include "guifan/source_document.h"

namespace guifan {

/// Takes the supplementary tables (补充表: 指标, 单位, 数值, 原文位置, 说明) out of the document
/// and adds their figures to the residue of `findings`, so that no form is seen in their labels.
/// REQUIRES: the document is normalised.
void take_own_supplement(SourceDocument& document, TableFindings& findings);

}  // namespace guifan
