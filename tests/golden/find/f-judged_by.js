academyFind.take("ea54b3be8f78","f-judged_by",[["those-involved","In the view of those involved",0,"#"]]);
