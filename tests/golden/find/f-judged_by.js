academyFind.take("fce85edd772d","f-judged_by",[["those-involved","In the view of those involved",0,"#"]]);
