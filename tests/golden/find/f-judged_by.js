academyFind.take("116b376245de","f-judged_by",[["those-involved","In the view of those involved",0,"#"]]);
