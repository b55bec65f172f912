academyFind.take("5b178d79d1d9","f-judged_by",[["those-involved","In the view of those involved",0,"#"]]);
