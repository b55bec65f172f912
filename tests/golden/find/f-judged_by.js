academyFind.take("8e8486a879c4","f-judged_by",[["those-involved","In the view of those involved",0,"#"]]);
