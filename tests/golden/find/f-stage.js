academyFind.take("cb513638faad","f-stage",[["idea","Idea",0,"$"],["live","Live",0,"#"]]);
