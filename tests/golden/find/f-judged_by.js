academyFind.take("lbdiejdgihic","f-judged_by",[["those-involved","In the view of those involved",0,"a"]]);
