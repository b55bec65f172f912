academyFind.take("8e8486a879c4","f-stage",[["idea","Idea",0,"$"],["live","Live",0,"#"]]);
