academyFind.take("d3f4c5da4678","f-stage",[["idea","Idea",0,"$"],["live","Live",0,"#"]]);
